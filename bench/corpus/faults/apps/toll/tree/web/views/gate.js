import { h } from '../lib/h.js'
import { get } from '../lib/http.js'

const load = (id, options) => Promise.all([get(`/gates/${id}`, options), get(`/traffic?gate=${id}`, options)])

/** What the newest hour saw, which the server sends first. */
function newest (hours) {
  const [hour] = hours
  return hour ? `${hour.cars} cars since ${hour.from}` : 'No cars today'
}

export async function gate ({ root, params: { id }, signal }) {
  root.replaceChildren(h('h1', null, 'Gate'), h('div', { id: `gate-${id}` }, h('p', null, 'Loading the gate')))
  const [{ name, lanes, place }, { hours }] = await load(id, { signal })
  document.getElementById(`gate-${id}`).replaceChildren(
    h('h2', null, name),
    h('p', null, `${lanes.length} lanes at kilometre ${place.km}`),
    h('p', null, newest(hours))
  )
}
