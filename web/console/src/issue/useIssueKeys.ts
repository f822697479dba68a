import type { Issue } from '@suture/wire/api';
import { useEffect, useRef } from 'react';
import { pageKey } from '../app/keys';
import { navigate } from '../route/location';
import { issuePath } from '../route/route';

interface IssueKeys {
  resolve: () => void;
  archive: () => void;
  assign: () => void;
}

/** The keys that act on an issue: r, a, m and c. */
export function useIssueKeys(issue: Issue, keys: IssueKeys): void {
  const now = useRef({ issue, keys });
  now.current = { issue, keys };
  useEffect(() => {
    let going = Number.NEGATIVE_INFINITY;
    const press = (event: KeyboardEvent) => {
      const key = pageKey(event);
      if (key === undefined || event.repeat) return;
      const second = event.timeStamp - going < 1_000;
      going = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (second) return;
      const { issue: shown, keys: acts } = now.current;
      const acting: Record<string, (() => void) | undefined> = {
        r: acts.resolve,
        a: shown.state === 'archived' || shown.state === 'resolved' ? undefined : acts.archive,
        m: acts.assign,
        c: () => navigate(issuePath(shown.id, { tab: 'activity' }), { replace: true }),
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
