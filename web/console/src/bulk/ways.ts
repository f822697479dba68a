import type { Action } from '@suture/wire/api';
import type { MenuItem } from '../ui/Menu';

/** What has to be asked before an action is ready. */
export type Question = 'release' | 'commit' | 'until' | 'delete';

interface Ways {
  act: (action: Action) => void;
  ask: (question: Question) => void;
}

/** The other ways to resolve. */
export function resolveWays({ act, ask }: Ways): MenuItem[] {
  return [
    {
      label: 'In the current release',
      note: 'Seen in a later one it regresses',
      onChoose: () => act({ kind: 'resolveInThisRelease' }),
    },
    {
      label: 'In the next release',
      note: 'Whichever comes after the newest one',
      onChoose: () => act({ kind: 'resolveInNextRelease' }),
    },
    { label: 'In a release…', onChoose: () => ask('release') },
    {
      label: 'By a commit…',
      note: 'Waits for the first release that has it',
      onChoose: () => ask('commit'),
    },
  ];
}

/** The other ways to archive. */
export function archiveWays({ act, ask }: Ways): MenuItem[] {
  return [
    { label: 'Until a date or a count…', onChoose: () => ask('until') },
    { label: 'For ever', onChoose: () => act({ kind: 'archive' }) },
  ];
}
