import type { AlertRule } from '@suture/wire/api';
import { useState } from 'react';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { useChannels, useRemoveRule, useRules, useSaveRule } from './queries';
import { RuleForm } from './RuleForm';
import { beginnings, conditionText, severityTones } from './words';

const fresh: AlertRule = {
  id: 0,
  name: '',
  on: true,
  severity: 'warning',
  condition: beginnings.rate,
  telling: { channels: [], ended: true, groupMinutes: 5 },
};

/** What the project is alerted of. */
export function Rules({ slug }: { slug: string }) {
  const rules = useRules(slug);
  const [adding, setAdding] = useState(false);
  if (rules.isPending) return <Skeleton height={320} />;
  if (rules.error && !rules.data)
    return <Failure error={rules.error} onRetry={() => rules.refetch()} />;
  return (
    <section className="panel" aria-labelledby="rules">
      <header className="panel-head">
        <h2 id="rules">Rules</h2>
        <button
          type="button"
          className="button head-end"
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          New rule
        </button>
      </header>
      {adding && <RuleForm slug={slug} rule={fresh} onDone={() => setAdding(false)} />}
      {rules.data.length === 0 && <p className="panel-text">There is no rule: nothing alerts.</p>}
      <ul className="alerts">
        {rules.data.map((rule) => (
          <Line key={rule.id} slug={slug} rule={rule} />
        ))}
      </ul>
    </section>
  );
}

function Line({ slug, rule }: { slug: string; rule: AlertRule }) {
  const [editing, setEditing] = useState(false);
  const [sure, setSure] = useState(false);
  const save = useSaveRule(slug);
  const drop = useRemoveRule(slug);
  const channels = useChannels(slug).data ?? [];
  const names = channels
    .filter(({ id }) => rule.telling.channels.includes(id))
    .map(({ name }) => name);
  return (
    <li className="alert" data-state={rule.on ? 'on' : 'off'}>
      <div className="alert-head">
        <span className={`badge badge-${rule.on ? severityTones[rule.severity] : 'neutral'}`}>
          {rule.on ? rule.severity : 'off'}
        </span>
        <strong>{rule.name}</strong>
      </div>
      <p className="alert-facts">{conditionText(rule.condition)}</p>
      <p className="muted alert-facts">
        <span>{names.length > 0 ? `To ${names.join(', ')}` : 'To every channel'}</span>
        {rule.telling.groupMinutes > 0 && (
          <span>further finds gathered for {rule.telling.groupMinutes} min</span>
        )}
        {rule.telling.escalation && (
          <span>escalates after {rule.telling.escalation.minutes} min</span>
        )}
      </p>
      <div className="alert-actions">
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
          className="button"
          disabled={save.isPending}
          onClick={() => save.mutate({ ...rule, on: !rule.on })}
        >
          {rule.on ? 'Switch off' : 'Switch on'}
        </button>
        <button
          type="button"
          className={sure ? 'button button-danger' : 'button button-quiet'}
          onClick={() => (sure ? drop.mutate(rule.id) : setSure(true))}
          onBlur={() => setSure(false)}
        >
          {sure ? 'Really delete' : 'Delete'}
        </button>
      </div>
      {(save.error || drop.error) && <Failure error={save.error ?? drop.error} />}
      {editing && <RuleForm slug={slug} rule={rule} onDone={() => setEditing(false)} />}
    </li>
  );
}
