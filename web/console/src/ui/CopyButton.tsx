import { useEffect, useRef, useState } from 'react';
import { copyText } from './copy';
import { Icon } from './Icon';

interface CopyButtonProps {
  /** The text, or what fetches it when the button is pressed. */
  text: string | (() => Promise<string>);
  label: string;
  /** Shows the icon alone; the label is then its accessible name. */
  compact?: boolean;
  className?: string;
}

type Outcome = 'idle' | 'copied' | 'failed';

/** Copies text and says for a moment whether it worked. */
export function CopyButton({ text, label, compact = false, className = '' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('idle');
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const copy = async () => {
    let result: Outcome = 'copied';
    try {
      await copyText(typeof text === 'string' ? text : await text());
    } catch {
      result = 'failed';
    }
    setOutcome(result);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setOutcome('idle'), 1_600);
  };

  const said = { idle: label, copied: 'Copied', failed: 'Not copied' }[outcome];
  return (
    <button
      type="button"
      className={`${compact ? 'icon-button' : 'button'} copy-${outcome} ${className}`}
      onClick={copy}
      title={said}
      aria-label={compact ? said : undefined}
    >
      <Icon
        name={outcome === 'copied' ? 'check' : outcome === 'failed' ? 'warning' : 'copy'}
        size={15}
      />
      {!compact && (
        <span className="steady">
          <span aria-hidden="true">{label}</span>
          <span aria-live="polite">{said}</span>
        </span>
      )}
    </button>
  );
}
