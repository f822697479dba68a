import type { Hotfix } from '@suture/wire/api';
import { Link } from '../route/Link';
import { useShip } from '../ship/ship';
import { Icon } from '../ui/Icon';
import { useWatch } from '../watch/watch';
import { loopSteps } from './loop';

/** How far the hotfix is, as one line; each step leads to what is known of it. */
export function LoopLine({ hotfix }: { hotfix: Hotfix }) {
  const ship = useShip(hotfix.id);
  const watch = useWatch(hotfix.project, ship.data?.ship?.progress.deployment ?? 0);
  return (
    <ol className="loop-line" aria-label="How far the hotfix is">
      {loopSteps(hotfix, ship.data, watch.data).map((step) => (
        <li
          key={step.name}
          data-state={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className="step-dot">
            {step.state === 'done' && <Icon name="check" size={12} />}
            {step.state === 'bad' && <Icon name="warning" size={12} />}
          </span>
          {step.to.startsWith('#') ? (
            <a href={step.to}>{step.name}</a>
          ) : (
            <Link to={step.to}>{step.name}</Link>
          )}
          <span>{step.says}</span>
        </li>
      ))}
    </ol>
  );
}
