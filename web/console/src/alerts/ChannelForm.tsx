import type { AlertChannel } from '@suture/wire/api';
import { type FormEvent, useState } from 'react';
import { Field, SwitchField, TextField } from '../project/Field';
import { Failure } from '../ui/Notice';
import { useSaveChannel } from './queries';
import { channelLabels } from './words';

type Kind = AlertChannel['kind'];

interface Asked {
  label: string;
  hint: string;
  placeholder?: string;
}

/** What each kind needs to know, and what of it is a secret. */
const asked: Record<Kind, { address?: Asked; secret?: Asked & { optional?: boolean } }> = {
  slack: {
    secret: {
      label: 'Webhook address',
      hint: 'Of an app with incoming webhooks, under “Incoming Webhooks”.',
      placeholder: 'https://hooks.slack.com/services/…',
    },
  },
  teams: {
    secret: {
      label: 'Workflow address',
      hint: 'Of the workflow “Post to a channel when a webhook request is received”.',
      placeholder: 'https://….logic.azure.com/…',
    },
  },
  discord: {
    secret: {
      label: 'Webhook address',
      hint: 'In the channel’s settings, under “Integrations”.',
      placeholder: 'https://discord.com/api/webhooks/…',
    },
  },
  pagerDuty: {
    secret: { label: 'Routing key', hint: 'Of an integration “Events API v2” of a service.' },
    address: {
      label: 'Address',
      hint: 'Leave it empty, unless your account is in the EU.',
      placeholder: 'https://events.pagerduty.com/v2/enqueue',
    },
  },
  alertmanager: {
    address: {
      label: 'Address of Alertmanager',
      hint: 'Alerts are posted to its /api/v2/alerts.',
      placeholder: 'https://alertmanager.example',
    },
    secret: { label: 'Bearer token', hint: 'Where it asks for one.', optional: true },
  },
  alertmanagerWebhook: {
    address: {
      label: 'Address',
      hint: 'Of whatever understands the webhooks of Alertmanager, version 4.',
      placeholder: 'https://…',
    },
    secret: { label: 'Bearer token', hint: 'Where it asks for one.', optional: true },
  },
  webhook: {
    address: { label: 'Address', hint: 'It is sent JSON.', placeholder: 'https://…' },
    secret: {
      label: 'Signing secret',
      hint: 'At least 16 characters. Each body is signed with it in X-Suture-Signature.',
    },
  },
  email: {
    address: {
      label: 'Addresses',
      hint: 'Separated by commas.',
      placeholder: 'ops@example.org, team@example.org',
    },
  },
};

interface ChannelFormProps {
  slug: string;
  channel?: AlertChannel;
  onDone: () => void;
  cancel: boolean;
}

export function ChannelForm({ slug, channel, onDone, cancel }: ChannelFormProps) {
  const save = useSaveChannel(slug);
  const [kind, setKind] = useState<Kind>(channel?.kind ?? 'slack');
  const [name, setName] = useState(channel?.name ?? '');
  const { address, secret } = asked[kind];
  const [where, setWhere] = useState((address && channel?.address) || '');
  const [hidden, setHidden] = useState('');
  const [on, setOn] = useState(channel?.on ?? true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      {
        id: channel?.id ?? 0,
        name,
        kind,
        on,
        ...(address && { address: where }),
        ...(hidden && { secret: hidden }),
      },
      {
        onSuccess: () => {
          setHidden('');
          setName('');
          onDone();
        },
      },
    );
  };
  return (
    <form className="form alert-form" onSubmit={submit} aria-label={channel?.name ?? 'New channel'}>
      <div className="form-row">
        {!channel && (
          <Field label="Kind">
            {(id) => (
              <select
                id={id}
                className="input"
                value={kind}
                onChange={(event) => setKind(event.target.value as Kind)}
              >
                {Object.entries(channelLabels).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <TextField label="Name" value={name} onChange={setName} placeholder="#on-call" required />
      </div>
      {address && (
        <TextField
          label={address.label}
          hint={address.hint}
          value={where}
          onChange={setWhere}
          mono
          required={kind !== 'pagerDuty'}
          placeholder={address.placeholder ?? ''}
        />
      )}
      {secret && (
        <Field
          label={secret.label}
          hint={channel ? `Leave it empty to keep what is stored. ${secret.hint}` : secret.hint}
        >
          {(id, describedBy) => (
            <input
              id={id}
              className="input mono"
              type="password"
              autoComplete="new-password"
              aria-describedby={describedBy}
              value={hidden}
              placeholder={channel ? '••••••••' : secret.placeholder}
              required={!channel && !secret.optional}
              onChange={(event) => setHidden(event.target.value)}
            />
          )}
        </Field>
      )}
      {channel && <SwitchField label="In use" checked={on} onChange={setOn} />}
      <div className="save-row">
        <button type="submit" className="button button-primary" disabled={save.isPending}>
          {channel ? 'Save the channel' : 'Add the channel'}
        </button>
        {cancel && (
          <button type="button" className="button button-quiet" onClick={onDone}>
            Cancel
          </button>
        )}
      </div>
      {save.error && <Failure error={save.error} />}
    </form>
  );
}
