import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { router } from './routes.mjs';

const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
const TYPES = { html: 'text/html', js: 'text/javascript' };

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://donor.invalid');
  const sent = await text(request);
  if (url.pathname.startsWith('/api/')) {
    const { status, body } = router.answer(request.method, url, sent ? JSON.parse(sent) : {});
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    return;
  }
  const file = /\.\w+$/.test(url.pathname) ? url.pathname.replaceAll('..', '') : '/index.html';
  const content = file.endsWith('.map') ? null : await readFile(`dist${file}`).catch(() => null);
  if (content) response.writeHead(200, { 'content-type': TYPES[file.split('.').at(-1)] ?? 'text/plain' }).end(content);
  else response.writeHead(404).end();
});

server.listen(port, '127.0.0.1', () => {
  console.log(`Donor listens on http://127.0.0.1:${server.address().port}`);
});
