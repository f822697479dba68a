import type { Hotfix } from '@suture/wire/api';

/** What is to be done next, in one sentence. */
export function nextStep(hotfix: Hotfix): string {
  const branchOf = (line: string) =>
    hotfix.lines.find((each) => each.line === line)?.branch ?? line;
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
