import type { Hotfix } from '@suture/wire/api';
import { shellWord } from '../ui/shell';

/** Gets the branch, and sends the fix once it is committed. */
export function branchCommands(hotfix: Hotfix): { fetch: string; push: string } {
  const branch = shellWord(hotfix.id);
  return {
    fetch: `git fetch origin\ngit switch ${branch}`,
    push: `git push origin ${branch}`,
  };
}

/** Brings the fix to a line that lacks it, by merge; and by picking its commits alone. */
export function backportCommands(hotfix: Hotfix, branch: string): { merge: string; pick: string } {
  const line = shellWord(branch);
  const open = `git fetch origin\ngit switch ${line}\ngit pull --ff-only`;
  const commits = hotfix.commits.map((commit) => shellWord(commit.id.slice(0, 12))).join(' ');
  return {
    merge: `${open}\ngit merge --no-ff ${shellWord(`origin/${hotfix.id}`)}\ngit push origin ${line}`,
    pick: `${open}\ngit cherry-pick -x ${commits}\ngit push origin ${line}`,
  };
}
