import { h } from '../lib/h.js'
import { get } from '../lib/http.js'
import { store } from '../lib/store.js'

const ORDERS = {
  number: (one, other) => one.number - other.number,
  cars: (one, other) => carsOf(other) - carsOf(one)
}

function carsOf ({ counters }) {
  return Object.values(counters).reduce((sum, count) => sum + count, 0)
}

function row (lane) {
  const { id, number, mode } = lane
  const next = mode === 'closed' ? 'open' : 'closed'
  const verb = next === 'open' ? 'Open' : 'Close'
  return h('li', null, `Lane ${number} is ${mode}, ${carsOf(lane)} cars `,
    h('button', { type: 'button', data: { action: 'change', lane: id, mode: next } }, `${verb} lane ${number}`))
}

export async function lanes ({ root, query, signal }) {
  const order = ORDERS[query.get('sort')] ?? ORDERS.number
  const list = h('ul')
  const draw = (all) => list.replaceChildren(...all.toSorted(order).map(row))
  store.set('lanes', await get('/lanes', { signal }))
  store.on('lanes', draw, signal)
  draw(store.get('lanes'))
  root.replaceChildren(h('h1', null, 'Lanes'), list)
}
