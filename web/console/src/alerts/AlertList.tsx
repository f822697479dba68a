import type { Alert } from '@suture/wire/api';
import { useState } from 'react';
import { Link } from '../route/Link';
import { alertsPath } from '../route/route';
import { Failure, Notice } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { Untrusted } from '../ui/Untrusted';
import { useAcknowledge, useAlerts, useChannels } from './queries';
import { SilenceForm } from './SilenceForm';
import { severityTones } from './words';

/** What is open, and below it what has ended. */
export function AlertList({ slug }: { slug: string }) {
  const alerts = useAlerts(slug);
  const channels = useChannels(slug);
  if (alerts.isPending) return <Skeleton height={240} />;
  if (alerts.error && !alerts.data)
    return <Failure error={alerts.error} onRetry={() => alerts.refetch()} />;
  const { open, alerts: newest } = alerts.data;
  const ended = newest.filter((alert) => alert.ended);
  return (
    <>
      {channels.data?.length === 0 && (
        <Notice tone="warning" title="Nobody is told yet">
          <p>
            The rules are looked at, and what they find is listed here. Add a channel, and it is
            sent there too. <Link to={alertsPath(slug, 'channels')}>Add a channel</Link>
          </p>
        </Notice>
      )}
      {open.length === 0 ? (
        <div className="empty">
          <h2>Nothing is wrong</h2>
          <p>
            No rule has anything open. What they wait for is under{' '}
            <Link to={alertsPath(slug, 'rules')}>Rules</Link>.
          </p>
        </div>
      ) : (
        <section className="panel" aria-label="Open alerts">
          <ul className="alerts">
            {open.map((alert) => (
              <Line key={alert.id} slug={slug} alert={alert} />
            ))}
          </ul>
        </section>
      )}
      {ended.length > 0 && (
        <section className="panel" aria-labelledby="ended-alerts">
          <header className="panel-head">
            <h2 id="ended-alerts">Ended</h2>
          </header>
          <ul className="alerts">
            {ended.map((alert) => (
              <Line key={alert.id} slug={slug} alert={alert} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Line({ slug, alert }: { slug: string; alert: Alert }) {
  const acknowledge = useAcknowledge(slug);
  const [silencing, setSilencing] = useState(false);
  const { told } = alert;
  return (
    <li className="alert" data-state={alert.state} data-severity={alert.severity}>
      <div className="alert-head">
        <span className={`badge badge-${alert.ended ? 'good' : severityTones[alert.severity]}`}>
          {alert.ended ? 'ended' : alert.severity}
        </span>
        <strong>
          <Link to={told.page}>{told.says}</Link>
        </strong>
        <span className="muted alert-when">
          <Time at={alert.opened} />
        </span>
      </div>
      {told.quote && (
        <p className="alert-quote">
          <span className="mono">{told.quote}</span> <Untrusted />
        </p>
      )}
      <p className="muted alert-facts">
        {told.since && (
          <span>
            since <b className="mono">{told.since.release}</b> in {told.since.environment},{' '}
            <Time at={told.since.at} />
          </span>
        )}
        {told.facts.map((fact) => (
          <span key={fact.name}>
            {fact.name} {fact.value}
          </span>
        ))}
        <span>Rule {alert.ruleName}</span>
        {alert.by && <span>Taken on by {alert.by}</span>}
        {alert.why && (
          <span>
            {alert.why} {alert.ended && <Time at={alert.ended} />}
          </span>
        )}
      </p>
      {!alert.ended && (
        <div className="alert-actions">
          {alert.state === 'firing' && (
            <button
              type="button"
              className="button"
              disabled={acknowledge.isPending}
              onClick={() => acknowledge.mutate(alert.id)}
            >
              Take it on
            </button>
          )}
          <button type="button" className="button" onClick={() => setSilencing(!silencing)}>
            Silence
          </button>
        </div>
      )}
      {acknowledge.error && <Failure error={acknowledge.error} />}
      {silencing && (
        <SilenceForm
          slug={slug}
          rule={alert.rule}
          subject={alert.subject}
          onDone={() => setSilencing(false)}
        />
      )}
    </li>
  );
}
