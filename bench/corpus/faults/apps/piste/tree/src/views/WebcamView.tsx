import { createResource, createSignal, For, Show } from 'solid-js'
import { fetchWebcam } from '../api/webcams'

const PLACES = { Summit: 'summit', Village: 'village' }

export function WebcamView() {
  const [id, setId] = createSignal('village')
  const [webcam] = createResource(id, fetchWebcam)
  return (
    <>
      <h1>Webcams</h1>
      <For each={Object.entries(PLACES)}>
        {([place, each]) => <button type="button" onClick={() => setId(each)}>{`Look at ${place}`}</button>}
      </For>
      <Show when={!webcam.loading} fallback={<p>Loading the picture…</p>}>
        <Show when={webcam()} fallback={<p>This webcam is dark</p>}>
          {(cam) => <p>{`${cam().place}, last picture of ${cam().frames.at(-1) ?? 'yesterday'}`}</p>}
        </Show>
      </Show>
    </>
  )
}
