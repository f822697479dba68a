import { euros } from '../lib/format.js'
import { h } from '../lib/h.js'
import { pages } from '../lib/http.js'

const countryOf = ({ plate }) => plate?.split(' ')[0] ?? 'unread'

function summary (passages) {
  const groups = Object.groupBy(passages, countryOf)
  return Object.entries(groups).map(([country, some]) => `${some.length} of ${country}`).join(', ')
}

const row = ({ plate, lane, cents }) => h('li', null, `${plate ?? 'No plate'} in lane ${lane} for ${euros(cents)}`)

export async function passages ({ root, signal }) {
  const list = h('ol')
  const line = h('p', null, 'Loading passages')
  const field = h('input', { id: 'plate' })
  root.replaceChildren(h('h1', null, 'Passages'), h('label', { for: 'plate' }, 'Plate'), field, line, list)

  const all = []
  const draw = () => {
    const wanted = field.value.trim().toUpperCase()
    list.replaceChildren(...all.filter(({ plate }) => (plate ?? '').includes(wanted)).map(row))
  }
  field.addEventListener('input', draw)
  for await (const { passages: some } of pages('/passages', { signal })) {
    all.push(...some)
    draw()
  }
  line.textContent = summary(all)
}
