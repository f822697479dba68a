import type { Hotfix } from '@suture/wire/api';
import { useIssue } from '../api/queries';
import { useShip } from '../ship/ship';
import { elapsed, useNow } from '../ui/time';

/** How long users have met the failure, until production has the fix. */
export function RecoveryClock({ hotfix }: { hotfix: Hotfix }) {
  const now = useNow();
  const issue = useIssue(hotfix.issue);
  const ship = useShip(hotfix.id).data?.ship;
  const shipped = ship?.progress.state === 'shipped' ? Date.parse(ship.progress.since) : undefined;
  const ended =
    shipped ?? (hotfix.state === 'open' || hotfix.state === 'planned' ? now : undefined);
  const firstSeen = issue.data?.issue.firstSeen;
  return (
    <dl className="recovery-clock">
      {firstSeen && ended !== undefined && (
        <div>
          <dt>{shipped ? 'Users met it for' : 'Users have met it for'}</dt>
          <dd>{elapsed(ended - Date.parse(firstSeen))}</dd>
        </div>
      )}
      {ended !== undefined && (
        <div>
          <dt>{shipped ? 'Recovered after' : 'Hotfix under way for'}</dt>
          <dd>{elapsed(ended - Date.parse(hotfix.started))}</dd>
        </div>
      )}
    </dl>
  );
}
