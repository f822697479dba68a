import { readFile } from 'node:fs';
import { createServer } from 'node:http';
import { respond } from './rest.mjs';

const at = process.argv.indexOf('--port');
const port = at < 0 ? 4330 : Number(process.argv[at + 1]);
const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

createServer((request, response) => {
  const url = new URL(request.url, 'http://board.invalid');
  if (url.pathname.startsWith('/rest/')) {
    let received = '';
    request.on('data', (chunk) => {
      received += chunk;
    });
    request.on('end', () => {
      const [status, answer] = respond(request.method, url, received && JSON.parse(received));
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
    return;
  }
  const name = url.pathname === '/' ? '/index.html' : url.pathname.replaceAll('..', '');
  readFile(`public${name}`, (missing, content) => {
    if (missing) response.writeHead(404).end('No such file');
    else response.writeHead(200, { 'Content-Type': types[name.split('.').at(-1)] ?? 'text/plain' }).end(content);
  });
}).listen(port, '127.0.0.1', function opened() {
  console.log(`Board is at http://127.0.0.1:${this.address().port}/`);
});
