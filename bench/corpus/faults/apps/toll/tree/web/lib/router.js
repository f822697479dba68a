import { h } from './h.js'
import { HttpError, post } from './http.js'

const routes = []
let leaving = new AbortController()

export function route (pattern, view) {
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name)
  const path = new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)')}$`)
  routes.push({ names, path, view })
}

function find (path) {
  for (const { names, path: pattern, view } of routes) {
    const match = pattern.exec(path)
    if (match) return { view, params: Object.fromEntries(names.map((name, at) => [name, match[at + 1]])) }
  }
}

/** Shows what the address names; whatever the view before still waits for is aborted. */
async function show () {
  leaving.abort()
  leaving = new AbortController()
  const { signal } = leaving
  const root = document.getElementById('view')
  const [path, search] = (location.hash.slice(1) || '/').split('?')
  const hit = find(path)
  post('/log', { path }).catch(() => {})
  if (!hit) return root.replaceChildren(h('p', null, 'There is no such page'))
  try {
    await hit.view({ root, params: hit.params, query: new URLSearchParams(search), signal })
  } catch (error) {
    if (signal.aborted && error.name === 'AbortError') return
    if (!(error instanceof HttpError)) throw error
    root.replaceChildren(h('p', { role: 'alert' }, error.message))
  }
}

export function start () {
  window.addEventListener('hashchange', show)
  show()
}
