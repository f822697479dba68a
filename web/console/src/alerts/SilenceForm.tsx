import { type FormEvent, useState } from 'react';
import { Field, TextField } from '../project/Field';
import { Failure } from '../ui/Notice';
import { useRules, useSilence } from './queries';

interface SilenceFormProps {
  slug: string;
  rule?: number;
  subject?: string;
  onDone: () => void;
}

const lengths = [
  [1, 'one hour'],
  [4, 'four hours'],
  [24, 'one day'],
  [72, 'three days'],
  [168, 'a week'],
] as const;

/** Asks for a reason and an end; who wants it is known. */
export function SilenceForm({ slug, rule, subject, onDone }: SilenceFormProps) {
  const rules = useRules(slug).data ?? [];
  const silence = useSilence(slug);
  const [chosen, setChosen] = useState(rule);
  const [reason, setReason] = useState('');
  const [hours, setHours] = useState(4);
  const save = (event: FormEvent) => {
    event.preventDefault();
    silence.mutate(
      {
        reason,
        hours,
        ...(chosen !== undefined && { rule: chosen }),
        ...(subject && chosen === rule && { subject }),
      },
      { onSuccess: onDone },
    );
  };
  return (
    <form className="form alert-form" onSubmit={save}>
      <div className="form-row">
        <Field label="What">
          {(id) => (
            <select
              id={id}
              className="input"
              value={chosen ?? ''}
              onChange={(event) =>
                setChosen(event.target.value ? Number(event.target.value) : undefined)
              }
            >
              <option value="">Every rule</option>
              {rules.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                  {subject && each.id === rule ? `, only ${subject}` : ''}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="How long">
          {(id) => (
            <select
              id={id}
              className="input"
              value={hours}
              onChange={(event) => setHours(Number(event.target.value))}
            >
              {lengths.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <TextField
        label="Why"
        hint="It stands beside your name in the list of silences and in the log of messages."
        value={reason}
        onChange={setReason}
        required
      />
      <div className="save-row">
        <button type="submit" className="button button-primary" disabled={silence.isPending}>
          Silence
        </button>
        <button type="button" className="button button-quiet" onClick={onDone}>
          Cancel
        </button>
      </div>
      {silence.error && <Failure error={silence.error} />}
    </form>
  );
}
