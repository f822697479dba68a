import { loans, objects, reports, rooms, tours } from './museum.mjs'

const extended = new Set()
let beat = 0

const ok = (data, meta = {}) => ({ status: 200, body: { data, meta } })
const refuse = (status, code) => ({ status, body: { error: { code } } })

/** Resolves `/v2/...`; what is not known is refused. */
export function api(method, path, query) {
  const [resource, id, action] = path.split('/').filter(Boolean).slice(1)
  if (method === 'POST') {
    if (resource === 'loans' && action === 'extend') return extend(id)
    if (resource === 'hits') return { status: 202, body: {} }
    return refuse(404, 'unknown')
  }
  switch (resource) {
    case 'rooms':
      return ok(rooms)
    case 'objects':
      return action === 'report' ? report(id) : inRoom(query.get('room'))
    case 'loans':
      return ok(loans)
    case 'tours':
      return ok(tours)
    case 'climate':
      beat += 1
      return ok({ temp: 20 + (beat % 5) / 10, humidity: 50 })
    default:
      return refuse(404, 'unknown')
  }
}

function inRoom(room) {
  const found = objects.filter(({ room_id }) => room_id === room)
  return ok(found, { total: found.length })
}

function report(id) {
  return reports[id] ? ok(reports[id]) : refuse(404, 'no_report')
}

function extend(id) {
  const loan = loans.outgoing.find((each) => each.id === id)
  if (!loan) return refuse(404, 'no_loan')
  if (extended.has(id)) return ok(null, { reason: 'extended already' })
  extended.add(id)
  loan.due_on = loan.due_on.replace(/^\d+/, (year) => Number(year) + 1)
  return ok({ id, due_on: loan.due_on })
}
