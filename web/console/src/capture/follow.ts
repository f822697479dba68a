/** Whether a list scrolls along with the player, and where the list itself last scrolled to. */
export interface Follow {
  following: boolean;
  expected: number;
}

export type FollowFact =
  | { fact: 'placed'; top: number }
  | { fact: 'scrolled'; top: number }
  | { fact: 'resumed' };

export const followFromTheStart: Follow = { following: true, expected: 0 };

/** A scroll that the list did not make was made by the reader, who then wants to stay there. */
export function follow(state: Follow, fact: FollowFact): Follow {
  switch (fact.fact) {
    case 'placed':
      return { ...state, expected: fact.top };
    case 'scrolled':
      return Math.abs(fact.top - state.expected) <= 2
        ? state
        : { following: false, expected: fact.top };
    case 'resumed':
      return { ...state, following: true };
  }
}

/** An extent on the scrolled axis. */
export interface Extent {
  top: number;
  height: number;
}

/**
 * Where to scroll so that an entry stands in the upper middle; the present place while the entry is
 * well in view, so that the list rests between two steps.
 */
export function placeFor(entry: Extent, view: Extent, most: number): number {
  const from = view.top + view.height * 0.15;
  const to = view.top + view.height * 0.7;
  if (entry.top >= from && entry.top + entry.height <= to) return view.top;
  const wanted = entry.top - view.height * 0.4;
  return Math.round(Math.min(Math.max(wanted, 0), Math.max(most, 0)));
}
