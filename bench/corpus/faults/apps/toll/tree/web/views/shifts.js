import { euros, moment } from '../lib/format.js'
import { h } from '../lib/h.js'
import { get } from '../lib/http.js'

const row = ({ booth, collector, closedAt, cents }) =>
  h('tr', null, [booth, collector, closedAt ? moment(closedAt) : 'open', euros(cents)].map((text) => h('td', null, text)))

export async function shifts ({ root, signal }) {
  const { shifts: all } = await get('/shifts', { signal })
  root.replaceChildren(h('h1', null, 'Shifts'), h('table', null, h('tbody', null, all.map(row))))
}
