import { useState } from 'react';

interface ConfirmProps {
  label: string;
  question: string;
  onConfirm: () => void;
}

/** A button that asks once more, in its own place, before it does what cannot be undone. */
export function Confirm({ label, question, onConfirm }: ConfirmProps) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <button type="button" className="button button-remove" onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would not lie in the row
    <span className="row-end" role="group" aria-label={question}>
      <span>{question}</span>
      <button
        type="button"
        className="button button-remove"
        // biome-ignore lint/a11y/noAutofocus: the question came from this place
        autoFocus
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        Yes, {label.toLowerCase()}
      </button>
      <button type="button" className="button" onClick={() => setAsking(false)}>
        No
      </button>
    </span>
  );
}
