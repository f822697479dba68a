import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { TicketApi } from './api.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4610' } } });
const api = new TicketApi();
const types = new Map([['html', 'text/html'], ['js', 'text/javascript'], ['css', 'text/css']]);

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? {} : JSON.parse(text);
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname.startsWith('/api/')) {
    const { status, body } = api.handle(request.method, url.pathname, await bodyOf(request));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    return;
  }
  const name = url.pathname === '/' ? '/index.html' : url.pathname.replaceAll('..', '');
  const content = name.endsWith('.map') ? undefined : await readFile(`dist${name}`).catch(() => undefined);
  if (!content) return response.writeHead(404).end('Not found');
  response.writeHead(200, { 'content-type': types.get(name.split('.').pop()) ?? 'text/plain' }).end(content);
});

server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/`);
});
