import { createMemo, For, Show } from 'solid-js'
import { useMountain } from '../stores/mountain'
import { LiftCard } from './LiftCard'
import { stateOf } from './states'

export function LiftBoard() {
  const { lifts, refetch } = useMountain()
  const board = createMemo(() => [...(lifts() ?? [])].sort((a, b) => stateOf(a).rank - stateOf(b).rank))
  return (
    <Show when={!lifts.loading || lifts.latest} fallback={<p>Asking the lifts…</p>}>
      <h1>Lifts</h1>
      <For each={board()} fallback={<p>No lift today</p>}>
        {(lift) => <LiftCard lift={lift} />}
      </For>
      <button type="button" onClick={() => refetch()}>
        Ask again
      </button>
    </Show>
  )
}
