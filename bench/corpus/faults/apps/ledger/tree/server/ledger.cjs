const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { route } = require('./routes.cjs');

const port = Number(process.argv[process.argv.indexOf('--port') + 1] ?? 4360);
const TYPES = { '.html': 'text/html', '.js': 'text/javascript' };

const server = http.createServer((request, response) => {
  const url = new URL(request.url, 'http://ledger.invalid');
  if (url.pathname.startsWith('/v1/')) {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const sent = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks)) : null;
      const { status = 200, ...answer } = route(request.method, url, sent);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
    return;
  }
  const name = path.extname(url.pathname) ? path.normalize(url.pathname) : '/index.html';
  const type = TYPES[path.extname(name)];
  fs.readFile(path.join('build', name), (missing, content) => {
    if (missing || !type) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': type }).end(content);
  });
});
server.listen(port, '127.0.0.1', () => {
  console.log(`The ledger lies open at http://127.0.0.1:${server.address().port}/`);
});
