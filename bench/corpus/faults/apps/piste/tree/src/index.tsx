import { render } from 'solid-js/web'
import { App } from './App'
import { MountainProvider } from './stores/mountain'

render(
  () => (
    <MountainProvider>
      <App />
    </MountainProvider>
  ),
  document.getElementById('root')!,
)
