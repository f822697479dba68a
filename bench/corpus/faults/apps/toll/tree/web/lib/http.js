export class HttpError extends Error {
  constructor (status, reason) {
    super(reason ? `${status}: ${reason}` : `The server answered ${status}`)
    this.name = 'HttpError'
    this.status = status
  }
}

async function send (path, init) {
  const response = await fetch(`/api${path}`, init)
  const body = await response.json().catch(() => undefined)
  if (!response.ok) throw new HttpError(response.status, body?.reason)
  return body
}

export const get = (path, { signal } = {}) => send(path, { signal })

export const post = (path, body) =>
  send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** One page after the other, as long as there is a next one. */
export async function * pages (path, options) {
  for (let next = path; next;) {
    const page = await get(next, options)
    yield page
    next = page.links.next
  }
}
