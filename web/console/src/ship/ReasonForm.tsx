import { type FormEvent, useId, useState } from 'react';

interface ReasonFormProps {
  /** What the button says before it asks. */
  label: string;
  /** What it is asked for. */
  question: string;
  danger?: boolean;
  disabled?: boolean;
  onReason: (reason: string) => void;
}

/** A button that asks why, in its own place, before it does what somebody will have to answer for. */
export function ReasonForm({ label, question, danger, disabled, onReason }: ReasonFormProps) {
  const [asking, setAsking] = useState(false);
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    if (reason === '') return;
    setAsking(false);
    onReason(reason);
  };
  const tone = danger ? 'button button-remove' : 'button';
  if (!asking) {
    return (
      <button type="button" className={tone} disabled={disabled} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    <form className="reason-form" onSubmit={submit}>
      <label htmlFor={id}>{question}</label>
      <input
        id={id}
        name="reason"
        required
        maxLength={500}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the question came from this place
        autoFocus
        onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
      />
      <button type="submit" className={tone}>
        {label}
      </button>
      <button type="button" className="button button-quiet" onClick={() => setAsking(false)}>
        Cancel
      </button>
    </form>
  );
}
