import type { LineStatus } from '@suture/wire/api';
import { Icon } from '../ui/Icon';

/** What each step of looking for a fix on a line found, from cheap to dear. */
export function Steps({ steps }: { steps: NonNullable<LineStatus['steps']> }) {
  if (steps.length === 0) return null;
  return (
    <details className="looked">
      <summary>How it was looked for</summary>
      <ol>
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps never move, and two may be alike
          <li key={at} data-found={step.found}>
            <Icon name={step.found ? 'check' : 'close'} size={13} />
            <span>
              <strong>{step.name}</strong> {step.words}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
