import type { Issue } from '@suture/wire/api';
import { useEffect, useRef } from 'react';
import { pageKey } from '../app/keys';
import { navigate } from '../route/location';
import { issuePath } from '../route/route';
import { useNeighbours } from './neighbours';

interface IssueKeys {
  resolve: () => void;
  archive: () => void;
  assign: () => void;
}

/** The keys of the issue page: r, a, m and c act on it, j and k go on through the list. */
export function useIssueKeys(issue: Issue, keys: IssueKeys): void {
  const { before, after } = useNeighbours(issue.id);
  const now = useRef({ issue, keys, before, after });
  now.current = { issue, keys, before, after };
  useEffect(() => {
    let going = Number.NEGATIVE_INFINITY;
    const press = (event: KeyboardEvent) => {
      const key = pageKey(event);
      if (key === undefined || event.repeat) return;
      const second = event.timeStamp - going < 1_000;
      going = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (second) return;
      const { issue: shown, keys: acts, before: up, after: down } = now.current;
      const acting: Record<string, (() => void) | undefined> = {
        r: acts.resolve,
        a: shown.state === 'archived' || shown.state === 'resolved' ? undefined : acts.archive,
        m: acts.assign,
        c: () => navigate(issuePath(shown.id, { tab: 'activity' }), { replace: true }),
        j: down ? () => navigate(issuePath(down)) : undefined,
        k: up ? () => navigate(issuePath(up)) : undefined,
      };
      const act = acting[key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
