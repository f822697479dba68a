import { type RefObject, useCallback, useEffect, useReducer } from 'react';
import { follow, followFromTheStart, placeFor } from './follow';

/**
 * Keeps the entry at `index` of a scrolling list in view until the reader scrolls.
 *
 * @param list the element that scrolls; its entries carry `data-index`
 */
export function useFollow(list: RefObject<HTMLElement | null>, index: number) {
  const [state, tell] = useReducer(follow, followFromTheStart);
  const { following } = state;

  useEffect(() => {
    const box = list.current;
    if (!box) return;
    const scrolled = () => tell({ fact: 'scrolled', top: box.scrollTop });
    box.addEventListener('scroll', scrolled, { passive: true });
    return () => box.removeEventListener('scroll', scrolled);
  }, [list]);

  useEffect(() => {
    const box = list.current;
    if (!box || !following || index < 0) return;
    const entry = box.querySelector<HTMLElement>(`[data-index="${index}"]`);
    if (!entry) return;
    const view = { top: box.scrollTop, height: box.clientHeight };
    const at = entry.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    const top = placeFor(
      { top: at, height: entry.offsetHeight },
      view,
      box.scrollHeight - box.clientHeight,
    );
    if (top === box.scrollTop) return;
    tell({ fact: 'placed', top });
    box.scrollTop = top;
  }, [list, following, index]);

  const resume = useCallback(() => tell({ fact: 'resumed' }), []);
  return { following, resume };
}
