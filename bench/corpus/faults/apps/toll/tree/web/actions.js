import { post } from './lib/http.js'
import { keepWidgets } from './lib/settings.js'
import { store } from './lib/store.js'

const replace = (lane) =>
  store.set('lanes', store.get('lanes').map((each) => (each.id === lane.id ? lane : each)))

async function change ({ lane, mode }) {
  const before = store.get('lanes')
  store.set('lanes', before.map((each) => (each.id === lane ? { ...each, mode } : each)))
  try {
    const answer = await post(`/lanes/${lane}/mode`, { mode })
    replace(answer.lane)
  } catch (error) {
    store.set('lanes', before)
    store.set('notice', `Not changed: ${error.message}`)
  }
}

function drop ({ widget }) {
  const others = [...document.querySelectorAll('[data-widget]')].map(({ dataset }) => dataset.widget)
  keepWidgets(others.filter((name) => name !== widget))
  document.querySelector(`[data-widget="${widget}"]`)?.remove()
}

const ACTIONS = { change, drop }

document.addEventListener('click', ({ target }) => {
  const { action, ...rest } = target.closest('[data-action]')?.dataset ?? {}
  ACTIONS[action]?.(rest)
})
