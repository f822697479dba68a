import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { handle } from './api.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4480' } } });
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

async function payloadOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text ? JSON.parse(text) : undefined;
}

async function serveFile(pathname, response) {
  const path = extname(pathname) ? pathname.replaceAll('..', '') : '/index.html';
  const content = path.endsWith('.map') ? null : await readFile(`dist${path}`).catch(() => null);
  if (content === null) response.writeHead(404).end('Not found');
  else response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(content);
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://gear.invalid');
  if (!pathname.startsWith('/api/v1/')) return serveFile(pathname, response);
  const payload = await payloadOf(request);
  const { status, body } = handle(request.method, pathname.slice('/api/v1/'.length), searchParams, payload);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});

server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(`Gear is on http://127.0.0.1:${server.address().port}/`);
});
