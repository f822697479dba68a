import type { AlertCondition } from '@suture/wire/api';
import { Field } from '../project/Field';
import { NumberField } from './NumberField';

interface ConditionFieldsProps {
  condition: AlertCondition;
  onChange: (condition: AlertCondition) => void;
}

const levels = ['debug', 'info', 'warning', 'error', 'fatal'] as const;
const verdicts = ['degraded', 'silent', 'undecided'] as const;

/** The numbers of a condition. */
export function ConditionFields({ condition, onChange }: ConditionFieldsProps) {
  switch (condition.kind) {
    case 'rate':
      return (
        <div className="form-row">
          <NumberField
            label="At least"
            unit="events"
            value={condition.events}
            onChange={(events) => onChange({ ...condition, events })}
          />
          <Within condition={condition} onChange={onChange} />
        </div>
      );
    case 'users':
      return (
        <div className="form-row">
          <NumberField
            label="At least"
            unit="users"
            value={condition.users}
            onChange={(users) => onChange({ ...condition, users })}
          />
          <Within condition={condition} onChange={onChange} />
        </div>
      );
    case 'crashFree':
      return (
        <div className="form-row">
          <NumberField
            label="Less than"
            unit="% without a crash"
            step="0.1"
            value={condition.percent}
            onChange={(percent) => onChange({ ...condition, percent })}
          />
          <Within condition={condition} onChange={onChange} />
          <NumberField
            label="Of at least"
            unit="sessions"
            value={condition.sessions}
            onChange={(sessions) => onChange({ ...condition, sessions })}
          />
        </div>
      );
    case 'newIssue':
      return (
        <Field label="Of this level or worse">
          {(id) => (
            <select
              id={id}
              className="input"
              value={condition.level}
              onChange={(event) =>
                onChange({ ...condition, level: event.target.value as (typeof levels)[number] })
              }
            >
              {levels.map((level) => (
                <option key={level}>{level}</option>
              ))}
            </select>
          )}
        </Field>
      );
    case 'watch':
      return <WatchFields condition={condition} onChange={onChange} />;
    case 'backport':
      return (
        <NumberField
          label="After its hotfix began"
          unit="hours"
          value={condition.hours}
          onChange={(hours) => onChange({ ...condition, hours })}
        />
      );
    case 'checkIn':
      return (
        <NumberField
          label="Silent for"
          unit="minutes"
          value={condition.minutes}
          onChange={(minutes) => onChange({ ...condition, minutes })}
        />
      );
    case 'regressed':
    case 'escalating':
      return null;
  }
}

type Windowed = Extract<AlertCondition, { minutes: number }>;

function Within({
  condition,
  onChange,
}: {
  condition: Windowed;
  onChange: (condition: AlertCondition) => void;
}) {
  return (
    <NumberField
      label="Within"
      unit="minutes"
      value={condition.minutes}
      onChange={(minutes) => onChange({ ...condition, minutes })}
    />
  );
}

function WatchFields({
  condition,
  onChange,
}: {
  condition: Extract<AlertCondition, { kind: 'watch' }>;
  onChange: (condition: AlertCondition) => void;
}) {
  const chosen = condition.verdicts;
  return (
    <>
      <fieldset className="fieldset">
        <legend className="field-label">The watch says</legend>
        <div className="alert-checks">
          {verdicts.map((verdict) => (
            <label key={verdict}>
              <input
                type="checkbox"
                checked={chosen.includes(verdict)}
                onChange={() =>
                  onChange({
                    ...condition,
                    verdicts: chosen.includes(verdict)
                      ? chosen.filter((each) => each !== verdict)
                      : [...chosen, verdict],
                  })
                }
              />{' '}
              {verdict}
            </label>
          ))}
        </div>
      </fieldset>
      {chosen.includes('undecided') && (
        <NumberField
          label="Undecided for"
          unit="hours"
          value={condition.undecidedHours}
          onChange={(undecidedHours) => onChange({ ...condition, undecidedHours })}
        />
      )}
    </>
  );
}
