import type { AlertChannel } from '@suture/wire/api';
import { useState } from 'react';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { ChannelForm } from './ChannelForm';
import { useChannels, useDeliveries, useRemoveChannel, useTestChannel } from './queries';
import { channelLabels, deliveryTones, deliveryWords } from './words';

/** Where messages go. */
export function Channels({ slug }: { slug: string }) {
  const channels = useChannels(slug);
  const [adding, setAdding] = useState(false);
  if (channels.isPending) return <Skeleton height={200} />;
  if (channels.error && !channels.data)
    return <Failure error={channels.error} onRetry={() => channels.refetch()} />;
  const none = channels.data.length === 0;
  return (
    <section className="panel" aria-labelledby="channels">
      <header className="panel-head">
        <h2 id="channels">Channels</h2>
        {!none && (
          <button
            type="button"
            className="button head-end"
            aria-expanded={adding}
            onClick={() => setAdding(!adding)}
          >
            New channel
          </button>
        )}
      </header>
      <p className="panel-text muted">
        {none
          ? 'A channel is where messages go: Slack, Teams, Discord, PagerDuty, Alertmanager, a webhook or e-mail. The rules send to every channel, unless a rule names its own.'
          : 'What lets one write to a channel goes in and is never shown again.'}
      </p>
      {(adding || none) && (
        <ChannelForm slug={slug} onDone={() => setAdding(false)} cancel={!none} />
      )}
      <ul className="alerts">
        {channels.data.map((channel) => (
          <Line key={channel.id} slug={slug} channel={channel} />
        ))}
      </ul>
    </section>
  );
}

function Line({ slug, channel }: { slug: string; channel: AlertChannel }) {
  const [editing, setEditing] = useState(false);
  const [sure, setSure] = useState(false);
  const test = useTestChannel(slug);
  const drop = useRemoveChannel(slug);
  const sent = test.data?.id;
  const deliveries = useDeliveries(slug, sent !== undefined);
  const result = deliveries.data?.find(({ id }) => id === sent) ?? test.data;
  return (
    <li className="alert" data-state={channel.on ? 'on' : 'off'}>
      <div className="alert-head">
        <span className={`badge badge-${channel.on ? 'accent' : 'neutral'}`}>
          {channel.on ? channelLabels[channel.kind] : 'off'}
        </span>
        <strong>{channel.name}</strong>
        <span className="muted mono wrap">{channel.address}</span>
      </div>
      {result && (
        <p className="alert-facts" role="status">
          <span className={`badge badge-${deliveryTones[result.state]}`}>
            {deliveryWords[result.state]}
          </span>
          <span>
            {result.attempts.at(-1)?.answer ?? result.says ?? 'The test is on its way.'}
            {result.state === 'waiting' && result.attempts.length > 0 && ' It is tried again.'}
          </span>
        </p>
      )}
      <div className="alert-actions">
        <button
          type="button"
          className="button"
          disabled={test.isPending}
          onClick={() => test.mutate(channel.id)}
        >
          Send a test
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
        >
          Change
        </button>
        <button
          type="button"
          className={sure ? 'button button-danger' : 'button button-quiet'}
          onClick={() => (sure ? drop.mutate(channel.id) : setSure(true))}
          onBlur={() => setSure(false)}
        >
          {sure ? 'Really delete' : 'Delete'}
        </button>
      </div>
      {(test.error || drop.error) && <Failure error={test.error ?? drop.error} />}
      {editing && (
        <ChannelForm slug={slug} channel={channel} onDone={() => setEditing(false)} cancel />
      )}
    </li>
  );
}
