import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
const store = JSON.parse(readFileSync('server/hives.json', 'utf8'));
const MIME = new Map([['html', 'text/html'], ['js', 'text/javascript']]);
const answer = (payload) => [200, payload];
const error = (status, message) => [status, { error: message }];

function handle(method, path, body) {
  const [kind, id, part] = path.split('/');
  if (method === 'POST' && kind === 'hives' && part === 'inspections') {
    if (!body.findings?.length) return error(400, 'An inspection needs a finding');
    const inspection = { id: `i${Date.now()}`, on: '2026-11-27', keeper: { initials: store.keeper.initials }, mites: 0, findings: body.findings };
    store.inspections[id].push(inspection);
    return [201, { inspection }];
  }
  if (method === 'POST') return [202, {}];
  switch (part ? `${kind}/${part}` : kind) {
    case 'apiaries':
      return answer({ apiaries: store.apiaries });
    case 'hives':
      return store.hives[id] ? answer({ hive: store.hives[id] }) : error(404, 'No such hive');
    case 'hives/inspections':
      return answer({ inspections: store.inspections[id] ?? [] });
    case 'harvests':
      return answer({ harvests: store.harvests });
    case 'keeper':
      return answer({ keeper: store.keeper });
    case 'weather':
      return answer({ wind: 2, sky: 'clear' });
    default:
      return error(404, 'Nothing here');
  }
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://hives.invalid');
  if (pathname.startsWith('/data/')) {
    let text = '';
    for await (const chunk of request) text += chunk;
    const [status, payload] = handle(request.method, pathname.slice('/data/'.length), text ? JSON.parse(text) : {});
    return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(payload));
  }
  const name = pathname.includes('.') ? pathname.replaceAll('..', '') : '/index.html';
  const content = name.endsWith('.map') ? undefined : await readFile(`dist${name}`).catch(() => undefined);
  if (!content) return response.writeHead(404).end('Not found');
  response.writeHead(200, { 'content-type': MIME.get(name.split('.').pop()) ?? 'text/plain' }).end(content);
});
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
