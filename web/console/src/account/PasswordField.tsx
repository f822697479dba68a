import { useId, useState } from 'react';

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** `current-password` to sign in, `new-password` to choose one. */
  autoComplete: 'current-password' | 'new-password';
  autoFocus?: boolean;
}

export const shortestPassword = 12;

/** A password, shown while the button beside it is pressed down. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, value, onChange, autoComplete, autoFocus } = props;
  const id = useId();
  const [shown, setShown] = useState(false);
  const chosen = autoComplete === 'new-password';
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-with-button">
        <input
          id={id}
          type={shown ? 'text' : 'password'}
          name={autoComplete}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoComplete={autoComplete}
          // biome-ignore lint/a11y/noAutofocus: the page is this form
          autoFocus={autoFocus}
          minLength={chosen ? shortestPassword : undefined}
          maxLength={chosen ? 256 : undefined}
          aria-describedby={chosen ? `${id}-hint` : undefined}
          spellCheck={false}
          autoCapitalize="none"
          required
        />
        <button
          type="button"
          className="button button-quiet"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide' : 'Show'}
          <span className="hidden"> the password</span>
        </button>
      </div>
      {chosen && (
        <p id={`${id}-hint`} className="field-hint">
          At least {shortestPassword} characters of any kind; a few words do well.
        </p>
      )}
    </div>
  );
}
