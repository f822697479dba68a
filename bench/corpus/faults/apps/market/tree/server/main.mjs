import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { handle } from './market.mjs';

const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
const kinds = new Map([
  ['.html', 'text/html'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
]);

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks)) : null;
}

const server = http.createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://market.invalid');
  if (pathname.startsWith('/api/v2/')) {
    const call = { method: request.method, path: pathname.slice(7), query: searchParams, body: await bodyOf(request) };
    const { status, ...json } = handle(call);
    response.writeHead(status ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    return;
  }
  const file = path.extname(pathname) === '' ? '/index.html' : path.normalize(pathname);
  const type = kinds.get(path.extname(file));
  const content = type ? await readFile(`dist${file}`).catch(() => null) : null;
  if (content === null) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': type }).end(content);
});
server.listen(port, '127.0.0.1', () => {
  console.log(`The market is open at http://127.0.0.1:${server.address().port}/`);
});
