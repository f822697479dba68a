import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { handle } from './api.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4600' } } });
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const server = http.createServer(async (req, res) => {
  const url = new URL(req.url, 'http://localhost');
  if (url.pathname.startsWith('/api/')) {
    let raw = '';
    for await (const chunk of req) raw += chunk;
    const [status, body] = handle(req.method, url, raw ? JSON.parse(raw) : {});
    res.writeHead(status, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body));
    return;
  }
  const file = extname(url.pathname) ? url.pathname.replaceAll('..', '') : '/index.html';
  const content = file.endsWith('.map') ? null : await readFile(`dist${file}`).catch(() => null);
  if (content === null) {
    res.writeHead(404).end('Not found');
    return;
  }
  res.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(content);
});

server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}/`);
});
