import type { Key, Project } from '@suture/wire/api';
import { useState } from 'react';
import { CopyButton } from '../ui/CopyButton';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { LimitsEditor } from './LimitsEditor';
import { SdkSnippets } from './SdkSnippets';
import { useKeyActions, useKeys } from './settings';

export function Keys({ project }: { project: Project }) {
  const keys = useKeys(project.slug);
  const { create } = useKeyActions(project.slug);
  if (keys.isPending) return <Skeleton height={240} />;
  if (keys.error) return <Failure error={keys.error} onRetry={() => keys.refetch()} />;
  return (
    <>
      <section className="panel" aria-labelledby="keys-title">
        <header className="panel-head">
          <h2 id="keys-title">DSN keys</h2>
          <button
            type="button"
            className="button head-end"
            disabled={create.isPending}
            onClick={() => create.mutate({ label: 'New key' })}
          >
            New key
          </button>
        </header>
        <p className="panel-text muted">
          A key is public: whoever has it may send, and nothing else. To replace one, make a new
          key, move the senders over, then disable the old one.
        </p>
        {create.error && <Failure error={create.error} />}
        <ul className="keys">
          {keys.data.map((key) => (
            <KeyLine key={key.value} project={project} entry={key} last={keys.data.length === 1} />
          ))}
        </ul>
      </section>
      <SdkSnippets dsn={(keys.data.find((key) => key.enabled) ?? keys.data[0])?.dsn ?? ''} />
    </>
  );
}

function KeyLine({ project, entry, last }: { project: Project; entry: Key; last: boolean }) {
  const { create, change, drop } = useKeyActions(project.slug);
  const [label, setLabel] = useState(entry.label);
  const [limiting, setLimiting] = useState(false);
  const [limits, setLimits] = useState(entry.limits);
  const [sure, setSure] = useState(false);
  const rename = () => {
    if (label.trim() && label !== entry.label) change.mutate({ value: entry.value, label });
    else setLabel(entry.label);
  };
  const rotate = () => create.mutate({ label: entry.label, limits: entry.limits });
  const error = change.error ?? drop.error ?? create.error;
  return (
    <li className="key" data-enabled={entry.enabled}>
      <div className="key-head">
        <input
          className="input key-label"
          aria-label="Label of the key"
          value={label}
          onChange={(event) => setLabel(event.target.value)}
          onBlur={rename}
          onKeyDown={(event) => event.key === 'Enter' && rename()}
        />
        <span className={`badge badge-${entry.enabled ? 'good' : 'neutral'}`}>
          {entry.enabled ? 'enabled' : 'disabled'}
        </span>
        {entry.limits.length > 0 && <span className="badge badge-accent">limited</span>}
        <span className="muted key-since">
          {entry.created ? (
            <>
              made <Time at={entry.created} />
            </>
          ) : (
            'made with the project'
          )}
        </span>
      </div>
      <div className="with-copy">
        <code className="wrap">{entry.dsn}</code>
        <CopyButton text={entry.dsn} label="Copy the DSN" compact />
      </div>
      <div className="key-actions">
        <button
          type="button"
          className="button"
          onClick={() => change.mutate({ value: entry.value, enabled: !entry.enabled })}
        >
          {entry.enabled ? 'Disable' : 'Enable'}
        </button>
        <button type="button" className="button" onClick={rotate} title="A new key like this one">
          Rotate
        </button>
        <button type="button" className="button" onClick={() => setLimiting(!limiting)}>
          Limits
        </button>
        {!last && (
          <button
            type="button"
            className={sure ? 'button button-danger' : 'button button-quiet'}
            onClick={() => (sure ? drop.mutate(entry.value) : setSure(true))}
            onBlur={() => setSure(false)}
          >
            {sure ? 'Really delete' : 'Delete'}
          </button>
        )}
      </div>
      {limiting && (
        <div className="key-limits">
          <LimitsEditor limits={limits} onChange={setLimits} />
          <div className="save-row">
            <button
              type="button"
              className="button button-primary"
              disabled={change.isPending || JSON.stringify(limits) === JSON.stringify(entry.limits)}
              onClick={() => change.mutate({ value: entry.value, limits })}
            >
              {change.isPending ? 'Saving…' : 'Save the key’s limits'}
            </button>
          </div>
        </div>
      )}
      {error && <Failure error={error} />}
    </li>
  );
}
