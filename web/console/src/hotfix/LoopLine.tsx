import type { Hotfix } from '@suture/wire/api';
import { useShip } from '../ship/ship';
import { Icon } from '../ui/Icon';
import { loopSteps } from './loop';

/** How far the hotfix is, as one line; each step leads to what is known of it. */
export function LoopLine({ hotfix }: { hotfix: Hotfix }) {
  const ship = useShip(hotfix.id);
  return (
    <ol className="loop-line" aria-label="How far the hotfix is">
      {loopSteps(hotfix, ship.data).map((step) => (
        <li
          key={step.name}
          data-state={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className="step-dot">
            {step.state === 'done' && <Icon name="check" size={12} />}
            {step.state === 'bad' && <Icon name="warning" size={12} />}
          </span>
          <a href={`#${step.section}`}>{step.name}</a>
          <span>{step.says}</span>
        </li>
      ))}
    </ol>
  );
}
