import type { Hotfix } from '@suture/wire/api';
import { useIssue } from '../api/queries';
import { useShip } from '../ship/ship';
import { elapsed, useNow } from '../ui/time';

/** How long users have met the failure, until production has the fix. */
export function RecoveryClock({ hotfix }: { hotfix: Hotfix }) {
  const now = useNow();
  const ship = useShip(hotfix.id).data?.ship;
  const shipped = ship?.progress.state === 'shipped' ? Date.parse(ship.progress.since) : undefined;
  const underWay = hotfix.state === 'open' || hotfix.state === 'planned';
  const ended = shipped ?? (underWay ? now : undefined);
  if (ended === undefined) return null;
  return (
    <dl className="recovery-clock">
      {hotfix.issue && (
        <SinceSeen
          issue={hotfix.issue}
          words={shipped ? 'Users met it for' : 'Users have met it for'}
          until={ended}
        />
      )}
      <div>
        <dt>{shipped ? 'Recovered after' : 'Hotfix under way for'}</dt>
        <dd>{elapsed(ended - Date.parse(hotfix.started))}</dd>
      </div>
    </dl>
  );
}

function SinceSeen({ issue, words, until }: { issue: string; words: string; until: number }) {
  const firstSeen = useIssue(issue).data?.issue.firstSeen;
  return firstSeen ? (
    <div>
      <dt>{words}</dt>
      <dd>{elapsed(until - Date.parse(firstSeen))}</dd>
    </div>
  ) : null;
}
