import './actions.js'
import { watchQueues } from './queues.js'
import { route, start } from './lib/router.js'
import { store } from './lib/store.js'
import { gate } from './views/gate.js'
import { incidents } from './views/incidents.js'
import { lanes } from './views/lanes.js'
import { overview } from './views/overview.js'
import { passages } from './views/passages.js'
import { shifts } from './views/shifts.js'

route('/', overview)
route('/lanes', lanes)
route('/passages', passages)
route('/incidents', incidents)
route('/shifts', shifts)
route('/gates/:id', gate)

store.on('notice', (text) => {
  document.getElementById('notice').textContent = text
})

document.addEventListener('keydown', (event) => {
  if (event.key !== '/') return
  const field = document.getElementById('plate')
  if (!field) return
  event.preventDefault()
  field.focus()
})

watchQueues(700)
start()
