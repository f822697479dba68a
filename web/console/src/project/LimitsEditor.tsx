import type { Category, Limit } from '@suture/wire/api';

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
  onChange: (limits: Limit[]) => void;
}

/** A list of limits, each a sentence: at most 1000 errors per minute. */
export function LimitsEditor({ limits, onChange }: LimitsEditorProps) {
  const set = (at: number, limit: Limit) =>
    onChange(limits.map((each, index) => (index === at ? limit : each)));
  return (
    <div className="limits">
      {limits.length === 0 && <p className="muted">Nothing is limited.</p>}
      {limits.map((limit, at) => (
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
            onClick={() => onChange(limits.filter((_, index) => index !== at))}
          >
            Remove
          </button>
        </div>
      ))}
      <div className="save-row">
        <button
          type="button"
          className="button"
          onClick={() => onChange([...limits, { category: 'error', per: 'minute', most: 1000 }])}
        >
          Add a limit
        </button>
      </div>
    </div>
  );
}

function withCategory({ per, most }: Limit, category: Category | ''): Limit {
  return category ? { category, per, most } : { per, most };
}
