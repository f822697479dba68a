import { For } from 'solid-js'
import { useMountain } from '../stores/mountain'

export function FavouritesView() {
  const { favourites, liftName } = useMountain()
  return (
    <>
      <h1>Favourites</h1>
      <ul>
        <For each={favourites.state.lifts} fallback={<li>Nothing kept yet</li>}>
          {(id) => (
            <li>
              {liftName(id)}{' '}
              <button type="button" onClick={() => favourites.toggle(id)}>{`Remove ${liftName(id)}`}</button>
            </li>
          )}
        </For>
      </ul>
      <button type="button" onClick={favourites.undo}>
        Undo
      </button>
    </>
  )
}
