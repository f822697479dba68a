import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { json } from 'node:stream/consumers';
import { graphql } from 'graphql';
import { root } from './resolvers.mjs';
import { schema } from './schema.mjs';

const port = Number(process.argv.at(-1));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

async function execute(request, response) {
  const { query: source, variables: variableValues, operationName } = await json(request);
  const result = await graphql({ schema, source, rootValue: root, variableValues, operationName });
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
}

async function serve(pathname, response) {
  const file = extname(pathname) ? pathname.replaceAll('..', '') : '/index.html';
  const content = extname(file) === '.map' ? null : await readFile(`dist${file}`).catch(() => null);
  if (!content) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(content);
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://radio.invalid');
  if (pathname === '/graphql') await execute(request, response);
  else if (pathname === '/beacon') response.writeHead(204).end();
  else await serve(pathname, response);
});

server.listen(port, '127.0.0.1', () => console.log(`On air at http://127.0.0.1:${server.address().port}`));
