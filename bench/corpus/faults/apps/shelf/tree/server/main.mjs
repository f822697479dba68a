import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { answer } from './library.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4310' } } });
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://shelf.invalid');
  if (url.pathname.startsWith('/api/')) {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { status = 200, body } = answer(request.method, url, text ? JSON.parse(text) : {});
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? '' : JSON.stringify(body));
    return;
  }
  const name = url.pathname.includes('.') ? normalize(url.pathname) : '/index.html';
  const content = await readFile(join('dist', name)).catch(() => undefined);
  if (!content || name.endsWith('.map')) return response.writeHead(404).end('Not found');
  response.writeHead(200, { 'content-type': TYPES[name.split('.').pop()] ?? 'text/plain' });
  response.end(content);
});
server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(`Shelf is open at http://127.0.0.1:${server.address().port}/`);
});
