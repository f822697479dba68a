import type { Category, Limit } from '@suture/wire/api';
import { useState } from 'react';

const categories: readonly [Category | '', string][] = [
  ['', 'everything'],
  ['error', 'errors'],
  ['session', 'sessions'],
  ['attachment', 'attachments'],
  ['replay', 'replays'],
  ['feedback', 'feedback'],
  ['monitor', 'check-ins'],
  ['transaction', 'transactions'],
  ['span', 'spans'],
  ['log', 'logs'],
  ['profile', 'profiles'],
  ['security', 'security reports'],
  ['metric', 'metrics'],
];
const times: readonly Limit['per'][] = ['second', 'minute', 'hour', 'day', 'month'];

interface LimitsEditorProps {
  limits: readonly Limit[];
  saving: boolean;
  onSave: (limits: Limit[]) => void;
}

/** A list of limits, each a sentence: at most 1000 errors per minute. */
export function LimitsEditor({ limits, saving, onSave }: LimitsEditorProps) {
  const [draft, setDraft] = useState<Limit[]>([...limits]);
  const set = (at: number, limit: Limit) =>
    setDraft(draft.map((each, index) => (index === at ? limit : each)));
  return (
    <div className="limits">
      {draft.length === 0 && <p className="muted">Nothing is limited.</p>}
      {draft.map((limit, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a limit has no name but its place
        <div className="limit" key={at}>
          <span>At most</span>
          <input
            className="input number"
            type="number"
            min={0}
            aria-label="How many"
            value={limit.most}
            onChange={(event) => set(at, { ...limit, most: Number(event.target.value) })}
          />
          <span className="select">
            <select
              aria-label="Of what"
              value={limit.category ?? ''}
              onChange={(event) => set(at, withCategory(limit, event.target.value as Category))}
            >
              {categories.map(([name, label]) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
          </span>
          <span>per</span>
          <span className="select">
            <select
              aria-label="Within which time"
              value={limit.per}
              onChange={(event) => set(at, { ...limit, per: event.target.value as Limit['per'] })}
            >
              {times.map((time) => (
                <option key={time}>{time}</option>
              ))}
            </select>
          </span>
          <button
            type="button"
            className="button button-quiet"
            onClick={() => setDraft(draft.filter((_, index) => index !== at))}
          >
            Remove
          </button>
        </div>
      ))}
      <div className="save-row">
        <button
          type="button"
          className="button"
          onClick={() => setDraft([...draft, { category: 'error', per: 'minute', most: 1000 }])}
        >
          Add a limit
        </button>
        <button
          type="button"
          className="button button-primary"
          disabled={saving || JSON.stringify(draft) === JSON.stringify(limits)}
          onClick={() => onSave(draft)}
        >
          {saving ? 'Saving…' : 'Save limits'}
        </button>
      </div>
    </div>
  );
}

function withCategory({ per, most }: Limit, category: Category | ''): Limit {
  return category ? { category, per, most } : { per, most };
}
