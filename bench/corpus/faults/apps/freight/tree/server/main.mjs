import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { route } from './routes.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4380' } } });
const TYPES = { html: 'text/html', js: 'text/javascript' };

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://freight.invalid');
  if (url.pathname.startsWith('/api/v1/')) {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { status = 200, body } = route(request.method, url, text ? JSON.parse(text) : {});
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    return response.end(JSON.stringify(body));
  }
  const name = url.pathname.includes('.') ? normalize(url.pathname) : '/index.html';
  const content = await readFile(join('dist', name)).catch(() => undefined);
  if (!content || name.endsWith('.map')) return response.writeHead(404).end('Not found');
  response.writeHead(200, { 'content-type': TYPES[name.split('.').pop()] ?? 'text/plain' });
  response.end(content);
});
server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(`Freight is open at http://127.0.0.1:${server.address().port}/`);
});
