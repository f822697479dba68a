import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { routes } from './api.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4560' } } });
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

function match(method, pathname) {
  for (const [verb, pattern, handler] of routes) {
    if (verb !== method) continue;
    const source = pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)');
    const found = new RegExp(`^${source}$`).exec(pathname);
    if (found) return { handler, params: found.groups ?? {} };
  }
  return undefined;
}

function sendJson(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

async function sendFile(response, pathname) {
  const wanted = extname(pathname) && extname(pathname) !== '.map' ? normalize(pathname) : '/index.html';
  const content = await readFile(join('dist', wanted)).catch(() => null);
  if (!content) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[extname(wanted)] ?? 'application/octet-stream' });
  response.end(content);
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (!pathname.startsWith('/api/')) return sendFile(response, pathname);
  request.resume();
  const route = match(request.method, pathname);
  if (!route) return sendJson(response, 404, { error: { code: 'no_route', message: pathname } });
  const { status, body } = route.handler(searchParams, route.params);
  sendJson(response, status, body);
});

server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(`Hiring listens on http://127.0.0.1:${server.address().port}`);
});
