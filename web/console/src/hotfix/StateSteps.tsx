import type { HotfixState } from '@suture/wire/api';
import { Icon } from '../ui/Icon';

const steps: readonly [HotfixState, string][] = [
  ['planned', 'Base and branch are chosen'],
  ['open', 'The branch is on the origin'],
  ['shipped', 'Production has the fix'],
  ['closed', 'Every line has the fix'],
];

/** How far the hotfix is, as one line. */
export function StateSteps({ state }: { state: HotfixState }) {
  const reached = steps.findIndex(([each]) => each === state);
  return (
    <ol className="state-steps" aria-label="How far the hotfix is">
      {steps.map(([each, what], index) => (
        <li
          key={each}
          data-reached={index <= reached}
          aria-current={each === state ? 'step' : undefined}
        >
          <span className="step-dot">{index <= reached && <Icon name="check" size={12} />}</span>
          <b>{each}</b>
          <span>{what}</span>
        </li>
      ))}
    </ol>
  );
}
