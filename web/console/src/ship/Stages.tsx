import type { Ship, WatchForecast } from '@suture/wire/api';
import { Icon } from '../ui/Icon';
import { useNow } from '../ui/time';
import { outlasts, shownAfter, stagePart } from './ship';

interface StagesProps {
  ship: Ship;
  forecast: WatchForecast | undefined;
}

/** The stages of the rollout, each as wide as any other, filled as it bakes. */
export function Stages({ ship, forecast }: StagesProps) {
  const now = useNow();
  const { state, stage } = ship.progress;
  const back = state === 'rollingBack' || state === 'rolledBack';
  return (
    <ol className="stages" aria-label="Stages" data-back={back}>
      {ship.plan.policy.stages.map((each, index) => {
        const part = stagePart(ship, index, now);
        const expected = forecast?.stages[index];
        const here = index === stage && state !== 'proposed' && state !== 'shipped';
        return (
          <li key={each.name} aria-current={here ? 'step' : undefined} data-full={part === 1}>
            <span className="stage-bar" aria-hidden="true">
              <span className="stage-fill" style={{ inlineSize: `${part * 100}%` }} />
            </span>
            <b>
              {each.name} {part === 1 && !back && <Icon name="check" size={12} />}
            </b>
            <span className="muted">
              {each.share} % · {each.bake} min
            </span>
            {expected && (
              <span className="muted" data-warn={outlasts(expected)}>
                {shownAfter(expected)}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
