import { createResource, createSignal, For, Show } from 'solid-js'
import { fetchRuns, type Run, type Sector } from '../api/runs'
import { ProfilePanel } from './ProfilePanel'

const SECTORS: Sector[] = ['north', 'south']

function longestOf(runs: Run[]): string {
  const [longest] = [...runs].sort((a, b) => b.length - a.length)
  return longest ? `${longest.name} with ${longest.length.toFixed(1)} km` : 'no run'
}

export function RunsView() {
  const [sector, setSector] = createSignal<Sector>('north')
  const [runs] = createResource(sector, fetchRuns)
  const [shown, setShown] = createSignal<string>()

  return (
    <>
      <h1>Runs</h1>
      <For each={SECTORS}>
        {(each) => <button type="button" onClick={() => setSector(each)}>{`In the ${each}`}</button>}
      </For>
      <Show when={runs()} keyed fallback={<p>Looking up the runs…</p>}>
        {(list) => (
          <>
            <p>{`Longest in the ${sector()}: ${longestOf(list)}`}</p>
            <For each={list}>
              {(run) => (
                <p>
                  {`${run.name}, ${run.grade}, ${run.groomed}`}{' '}
                  <button type="button" onClick={() => setShown(run.id)}>{`Profile of ${run.name}`}</button>
                </p>
              )}
            </For>
          </>
        )}
      </Show>
      <ProfilePanel runId={shown()} />
    </>
  )
}
