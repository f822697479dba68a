import { useRef, useState } from 'react';

/** The issues of a list that are chosen for an action. */
export interface Choice {
  ids: ReadonlySet<string>;
  /** True when whatever the query finds is meant, shown or not. */
  everything: boolean;
  toggle: (id: string, range: boolean) => void;
  chooseShown: (chosen: boolean) => void;
  chooseEverything: () => void;
  clear: () => void;
}

const nobody: ReadonlySet<string> = new Set();

/**
 * @param key what the list shows: the choice is dropped when it is another one
 * @param shown ids in the order on screen; with shift a press reaches from the one pressed before
 */
export function useChoice(key: string, shown: readonly string[]): Choice {
  const [state, setState] = useState({ key, ids: nobody, everything: false });
  const last = useRef<string>(undefined);
  const { ids, everything } = state.key === key ? state : { ids: nobody, everything: false };
  const choose = (next: ReadonlySet<string>, all = false) =>
    setState({ key, ids: next, everything: all });
  return {
    ids,
    everything,
    toggle: (id, range) => {
      const next = new Set(ids);
      const reached = range && last.current ? between(shown, last.current, id) : [id];
      const add = !ids.has(id);
      for (const each of reached) {
        if (add) next.add(each);
        else next.delete(each);
      }
      last.current = id;
      choose(next);
    },
    chooseShown: (chosen) => choose(chosen ? new Set(shown) : nobody),
    chooseEverything: () => choose(new Set(shown), true),
    clear: () => choose(nobody),
  };
}

function between(shown: readonly string[], one: string, other: string): readonly string[] {
  const places = [shown.indexOf(one), shown.indexOf(other)];
  const from = Math.min(...places);
  return from < 0 ? [other] : shown.slice(from, Math.max(...places) + 1);
}
