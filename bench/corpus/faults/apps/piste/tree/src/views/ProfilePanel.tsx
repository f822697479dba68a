import { createEffect, createResource, Show } from 'solid-js'
import { fetchProfile } from '../api/runs'
import { drawProfile } from '../lib/drawProfile'

export function ProfilePanel(props: { runId?: string }) {
  const [heights] = createResource(() => props.runId, fetchProfile)
  createEffect(() => {
    const known = heights()
    if (known) drawProfile('profile', known)
  })
  return (
    <section>
      <Show when={heights()} fallback={<p>Choose a run to see its profile</p>}>
        {(known) => <p>{`From ${known()[0] ?? '?'} m down to ${known().at(-1) ?? '?'} m`}</p>}
      </Show>
      <svg id="profile" viewBox="0 0 100 100" width="200" height="80" role="img" aria-label="Profile" />
    </section>
  )
}
