import { moment } from '../lib/format.js'
import { h } from '../lib/h.js'
import { get } from '../lib/http.js'

const asList = (some) => [some ?? []].flat()

export async function incidents ({ root, query, signal }) {
  const { incidents: sent } = await get('/incidents', { signal })
  const all = asList(sent.incident)
  const shown = query.has('all') ? all : all.filter(({ cleared }) => !cleared)
  root.replaceChildren(
    h('h1', null, 'Incidents'),
    h('p', null, `${shown.length} of ${all.length} are open`),
    h('ul', null, shown.map(({ gate, what, since }) => h('li', null, `${what} at ${gate} since ${moment(since)}`)))
  )
}
