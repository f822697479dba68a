import { createSignal, ErrorBoundary, For, onMount } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { beacon } from './api/client'
import { report } from './lib/report'
import { BulletinView } from './views/BulletinView'
import { Crowd } from './views/Crowd'
import { FavouritesView } from './views/FavouritesView'
import { LiftBoard } from './views/LiftBoard'
import { PassView } from './views/PassView'
import { RunsView } from './views/RunsView'
import { WebcamView } from './views/WebcamView'

const TABS = {
  Lifts: LiftBoard,
  Runs: RunsView,
  Bulletin: BulletinView,
  Pass: PassView,
  Webcams: WebcamView,
  Favourites: FavouritesView,
}
type Tab = keyof typeof TABS

export function App() {
  const [tab, setTab] = createSignal<Tab>('Lifts')
  onMount(() => beacon(tab()))

  const open = (next: Tab) => {
    beacon(next)
    setTab(next)
  }

  return (
    <>
      <nav>
        <For each={Object.keys(TABS) as Tab[]}>
          {(name) => (
            <button type="button" onClick={[open, name]}>
              {name}
            </button>
          )}
        </For>
        <Crowd />
      </nav>
      <ErrorBoundary
        fallback={(error: unknown) => {
          report(error)
          return <p role="alert">This does not work now. Try another page.</p>
        }}
      >
        <main>
          <Dynamic component={TABS[tab()]} />
        </main>
      </ErrorBoundary>
    </>
  )
}
