import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { delays, refusals } from './data.mjs';
import { resolvers } from './resolvers.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4420' } } });
const TYPES = { html: 'text/html', js: 'text/javascript' };

async function graphql(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  const { operationName, variables = {} } = JSON.parse(text);
  const resolve = resolvers[operationName];
  if (delays[operationName]) await setTimeout(delays[operationName]);
  if (refusals[operationName]) return [refusals[operationName], { errors: [{ message: 'The studio does not answer' }] }];
  if (!resolve) return [400, { errors: [{ message: `Unknown operation ${operationName}` }] }];
  return [200, resolve(variables)];
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://kiln.invalid');
  if (pathname === '/graphql') {
    const [status, body] = await graphql(request);
    return response.writeHead(status, { 'content-type': 'application/graphql-response+json' }).end(JSON.stringify(body));
  }
  if (pathname.startsWith('/beacon/')) return response.writeHead(204).end();
  const name = pathname.includes('.') ? pathname.replaceAll('..', '') : '/index.html';
  const content = name.endsWith('.map') ? undefined : await readFile(`dist${name}`).catch(() => undefined);
  if (!content) return response.writeHead(404).end('Not found');
  response.writeHead(200, { 'content-type': TYPES[name.split('.').pop()] ?? 'text/plain' }).end(content);
});
server.listen(Number(values.port), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
