import * as mountain from './mountain.mjs'

let asked = 0

const json = (status, body) => ({ status, body })
const gone = (what) => json(404, { error: 'not_found', what })

function inSector(sector) {
  return mountain.runs.filter((run) => !sector || run.sector === sector)
}

function problems() {
  return mountain.bulletin.problems
}

const routes = {
  'GET lifts': () => json(200, { lifts: mountain.lifts }),
  'GET runs': (_, query) => json(200, { runs: inSector(query.get('sector')) }),
  'GET profiles': (id) => (mountain.profiles[id] ? json(200, { run: id, heights: mountain.profiles[id] }) : gone('profile')),
  'GET bulletin': () => json(200, { ...mountain.bulletin, problems: problems() }),
  'GET passes': (code) => (mountain.passes[code] ? json(200, mountain.passes[code]) : gone('pass')),
  'GET webcams': (id) => (mountain.webcams[id] ? json(200, mountain.webcams[id]) : gone('webcam')),
  'GET crowd': () => json(200, { people: 1200 + ((asked += 37) % 90) }),
  'POST beacon': () => json(202, {}),
}

export function route(method, pathname, query) {
  const [, , resource, id] = pathname.split('/')
  const handler = routes[`${method} ${resource}`]
  return handler ? handler(decodeURIComponent(id ?? ''), query) : gone('route')
}
