import { createEffect } from 'solid-js'
import { createStore, produce, unwrap } from 'solid-js/store'

const KEY = 'piste.favourites'

export interface Favourites {
  lifts: string[]
  removed: string[]
}

function load(): Favourites {
  const empty: Favourites = { lifts: [], removed: [] }
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return { ...empty, lifts: Array.isArray(kept.lifts) ? kept.lifts : [] }
  } catch {
    return empty
  }
}

export function createFavourites() {
  const [state, setState] = createStore<Favourites>(load())
  createEffect(() => localStorage.setItem(KEY, JSON.stringify({ lifts: [...state.lifts] })))

  const has = (id: string) => state.lifts.includes(id)

  function toggle(id: string) {
    setState(
      produce((draft) => {
        const at = draft.lifts.indexOf(id)
        if (at < 0) draft.lifts.push(id)
        else draft.removed.push(...draft.lifts.splice(at, 1))
      }),
    )
  }

  /** Puts back what was removed last. */
  function undo() {
    const last = unwrap(state).removed.at(-1)
    if (last === undefined) return
    setState(
      produce((draft) => {
        draft.removed.pop()
        draft.lifts.push(last)
      }),
    )
  }

  return { state, has, toggle, undo }
}
