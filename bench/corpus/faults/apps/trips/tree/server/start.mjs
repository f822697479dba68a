import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { execute } from './schema.mjs';

const [, port = '4350'] = process.argv.slice(2);
const MIME = { '.js': 'text/javascript', '.html': 'text/html' };

const json = (response, value, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));

createServer(async (request, response) => {
  const path = new URL(request.url, 'http://trips.invalid').pathname;
  if (path === '/status') return json(response, { open: 3 });
  if (path === '/graphql') {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    return json(response, execute(JSON.parse(Buffer.concat(chunks).toString())));
  }
  const file = `dist${extname(path) ? path : '/index.html'}`;
  if (file.includes('..') || file.endsWith('.map') || !existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': MIME[extname(file)] ?? 'text/plain' });
  return createReadStream(file).pipe(response);
}).listen(Number(port), '127.0.0.1', function () {
  console.log(`Trips leave from http://127.0.0.1:${this.address().port}/`);
});
