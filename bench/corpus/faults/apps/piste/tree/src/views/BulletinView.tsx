import { createResource, For, Show } from 'solid-js'
import { fetchBulletin, type Problem } from '../api/bulletin'
import { clock, day } from '../lib/clock'

const facing = ({ aspects }: Problem) => aspects.join(' and ')

export function BulletinView() {
  const [bulletin] = createResource(fetchBulletin)
  return (
    <>
      <h1>Avalanche bulletin</h1>
      <Show when={bulletin()} fallback={<p>Reading the bulletin…</p>}>
        {(read) => (
          <>
            <p>{`Level ${read().level}, issued on ${day(read().issued)} at ${clock(read().issued)}`}</p>
            <For each={read().problems} fallback={<p>No particular problem</p>}>
              {(problem) => <p>{`${problem.kind} above ${problem.above_m} m on slopes to ${facing(problem)}`}</p>}
            </For>
          </>
        )}
      </Show>
    </>
  )
}
