import { createResource, createSignal, For, Match, Switch } from 'solid-js'
import { fetchPass, type Pass } from '../api/passes'
import { useMountain } from '../stores/mountain'

/** The passes that were bought on one bill. */
const FAMILY = ['AA-17', 'BB-20', 'CC-31']

export function PassView() {
  const { liftName } = useMountain()
  const [code, setCode] = createSignal<string>()
  const [pass] = createResource(code, fetchPass)

  function lastRide({ rides }: Pass): string {
    const ride = rides.at(-1)
    return ride ? `last ride on ${liftName(ride.lift)} at ${ride.at}` : 'no ride yet'
  }

  return (
    <>
      <h1>Your passes</h1>
      <For each={FAMILY}>
        {(each) => <button type="button" onClick={() => setCode(each)}>{`Pass ${each}`}</button>}
      </For>
      <Switch>
        <Match when={pass.loading}>
          <p>Looking it up…</p>
        </Match>
        <Match when={code() && pass() === null}>
          <p>{`There is no pass ${code()}`}</p>
        </Match>
        <Match when={pass()}>{(found) => <p>{`${found().holder}, ${found().daysLeft} days left, ${lastRide(found())}`}</p>}</Match>
      </Switch>
    </>
  )
}
