import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { api } from './api.mjs'

const port = Number(process.argv[process.argv.indexOf('--port') + 1] || 4460)
const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

async function file(pathname) {
  const name = pathname === '/' ? '/index.html' : pathname.replaceAll('..', '')
  if (name.endsWith('.map')) return undefined
  const content = await readFile(`dist${name}`).catch(() => undefined)
  return content && { content, type: types[name.split('.').at(-1)] ?? 'text/plain' }
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://vitrine.invalid')
  if (url.pathname.startsWith('/v2/')) {
    request.resume()
    const { status, body } = api(request.method, url.pathname, url.searchParams)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    return
  }
  const found = await file(url.pathname)
  if (found) response.writeHead(200, { 'content-type': found.type }).end(found.content)
  else response.writeHead(404).end('Not found')
}).listen(port, '127.0.0.1', function () {
  console.log(`http://127.0.0.1:${this.address().port}/`)
})
