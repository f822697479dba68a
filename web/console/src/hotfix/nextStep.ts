import type { Hotfix, ShipView } from '@suture/wire/api';
import { plural } from '../ui/number';

/** What is to be done next, in one sentence. */
export function nextStep(hotfix: Hotfix, view?: ShipView): string {
  const branchOf = (line: string) =>
    hotfix.lines.find((each) => each.line === line)?.branch ?? line;
  const ofShip = hotfix.state === 'open' ? shipping(view, branchOf('production')) : undefined;
  if (ofShip) return ofShip;
  switch (hotfix.state) {
    case 'planned':
      return 'Next: push the branch. “Try again” does it once the repository can be reached.';
    case 'open':
      return hotfix.commits.length === 0
        ? 'Next: commit the fix on the branch and push it.'
        : `Next: merge the branch into ${branchOf('production')} and deploy it.`;
    case 'shipped':
      return `Next: bring the fix to ${branchOf('develop')}.`;
    case 'closed':
      return 'Nothing is left to do: every line has the fix.';
  }
}

/** The same while it is shipped from here; nothing where it is not. */
function shipping(view: ShipView | undefined, production: string): string | undefined {
  const ship = view?.ship;
  if (!ship) return undefined;
  const stage = ship.plan.policy.stages[ship.progress.stage]?.name ?? '';
  const closed = view.gates.filter((gate) => gate.state === 'failed').length;
  switch (ship.progress.state) {
    case 'proposed':
      return closed > 0
        ? `Next: open ${closed === 1 ? 'the gate that is' : `the ${plural(closed, 'gate')} that are`} closed.`
        : 'Next: ship it.';
    case 'deploying':
      return `It is being deployed to ${stage}.`;
    case 'baking':
      return `It runs at ${stage}, and goes on by itself once the watch shows that it does no harm.`;
    case 'held':
      return `Next: decide whether it goes on from ${stage}, for the watch cannot tell.`;
    case 'rollingBack':
      return 'It is being taken back.';
    case 'rolledBack':
      return 'Next: see why it was taken back, mend the branch, and propose it again.';
    case 'shipped':
      return `Next: merge the branch into ${production}, or the next release goes without the fix.`;
  }
}
