import { useEffect, useRef } from 'react';
import { pageKey } from '../app/keys';
import { navigate } from '../route/location';
import { issuePath } from '../route/route';
import { useNeighbours } from './neighbours';

/** j and k go on through the list that the reader came from, also while an issue still loads. */
export function useListKeys(id: string): void {
  const neighbours = useNeighbours(id);
  const now = useRef(neighbours);
  now.current = neighbours;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { before, after } = now.current;
      const next = { j: after, k: before }[pageKey(event) ?? ''];
      if (!next || event.repeat) return;
      event.preventDefault();
      navigate(issuePath(next));
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
