import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { route } from './router.mjs'

const { values } = parseArgs({ options: { port: { type: 'string', default: '4490' } } })
const MIME = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

const server = createServer(async (req, res) => {
  const { pathname, searchParams } = new URL(req.url, 'http://piste.invalid')
  if (pathname.startsWith('/api/')) {
    req.resume()
    const { status, body } = route(req.method, pathname, searchParams)
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    return
  }
  const file = pathname === '/' ? '/index.html' : pathname.replaceAll('..', '')
  try {
    if (file.endsWith('.map')) throw new Error('not for visitors')
    const content = await readFile(`dist${file}`)
    res.writeHead(200, { 'content-type': MIME[extname(file)] ?? 'text/plain' }).end(content)
  } catch {
    res.writeHead(404).end('Not found')
  }
})

server.listen(Number(values.port), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`))
