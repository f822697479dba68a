import { Show } from 'solid-js'
import type { Lift } from '../api/lifts'
import { useMountain } from '../stores/mountain'
import { stateOf } from './states'

export function LiftCard(props: { lift: Lift }) {
  const { favourites } = useMountain()
  return (
    <p class={stateOf(props.lift).tone}>
      {props.lift.name}: {stateOf(props.lift).label}
      <Show when={props.lift.wait > 0}>{`, ${props.lift.wait} minutes of waiting`}</Show>{' '}
      <button type="button" onClick={() => favourites.toggle(props.lift.id)}>
        {favourites.has(props.lift.id) ? `Forget ${props.lift.name}` : `Keep ${props.lift.name}`}
      </button>
    </p>
  )
}
