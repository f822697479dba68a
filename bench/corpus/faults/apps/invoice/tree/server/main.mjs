import { createReadStream, existsSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import * as handlers from './handlers.mjs'

const port = Number(process.argv[process.argv.indexOf('--port') + 1] || 4570)
const MIME = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

const routes = [
  ['GET', /^\/api\/dashboard$/, handlers.getDashboard],
  ['GET', /^\/api\/invoices$/, handlers.listInvoices],
  ['POST', /^\/api\/invoices$/, handlers.createInvoice],
  ['GET', /^\/api\/invoices\/([\w-]+)$/, handlers.getInvoice],
  ['GET', /^\/api\/invoices\/([\w-]+)\/reminders$/, handlers.listReminders],
  ['GET', /^\/api\/customers$/, handlers.listCustomers],
  ['GET', /^\/api\/customers\/([\w-]+)$/, handlers.getCustomer],
  ['GET', /^\/api\/settings$/, handlers.getSettings],
  ['GET', /^\/api\/bank\/sync$/, handlers.getBankSync],
]

async function readBody(req) {
  let text = ''
  for await (const chunk of req) text += chunk
  return text ? JSON.parse(text) : {}
}

function serveStatic(res, pathname) {
  let file = path.join('dist', path.normalize(pathname))
  if (!path.extname(file)) file = 'dist/index.html'
  if (file.endsWith('.map') || !existsSync(file)) {
    res.writeHead(404).end('Not found')
    return
  }
  res.writeHead(200, { 'Content-Type': MIME[path.extname(file)] ?? 'application/octet-stream' })
  createReadStream(file).pipe(res)
}

const server = http.createServer(async (req, res) => {
  const url = new URL(req.url, 'http://localhost')
  if (!url.pathname.startsWith('/api')) return serveStatic(res, url.pathname)
  const body = await readBody(req)
  for (const [method, pattern, handler] of routes) {
    const match = req.method === method && url.pathname.match(pattern)
    if (!match) continue
    const { status = 200, ...answer } = handler({ params: match.slice(1), query: url.searchParams, body })
    res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer))
    return
  }
  res.writeHead(404, { 'Content-Type': 'application/json' }).end('{"error":"Not found"}')
})

server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
