import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { handle } from './handlers.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4540' } } });
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks)) : {};
}

async function sendFile(path, response) {
  const name = path.includes('.') ? path.replaceAll('..', '') : '/index.html';
  const content = name.endsWith('.map') ? null : await readFile(`dist${name}`).catch(() => null);
  if (!content) return response.writeHead(404).end('Not found');
  return response.writeHead(200, { 'content-type': TYPES[name.split('.').pop()] ?? 'text/plain' }).end(content);
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://grants.invalid');
  if (!pathname.startsWith('/api/')) return sendFile(pathname, response);
  const { status, body } = handle(request.method, pathname, await read(request));
  return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});

server.listen(Number(values.port), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
