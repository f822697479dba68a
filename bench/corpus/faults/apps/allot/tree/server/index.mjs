import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const data = JSON.parse(readFileSync('server/data.json', 'utf8'));
const types = { html: 'text/html', js: 'text/javascript' };
const port = Number(process.argv[process.argv.indexOf('--port') + 1]);

createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://allot.invalid');
  const json = (status, body) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const [, api, list, id] = pathname.split('/');
  if (api === 'api') {
    if (list === 'weather') return json(200, { data: { celsius: 14 } });
    if (!data[list]) return json(404, { error: 'unknown' });
    if (id) return json(200, { data: data[list].find((each) => each.id === id) });
    return json(200, { data: { items: data[list], meta: { total: data[list].length } } });
  }
  const file = pathname === '/' ? '/index.html' : pathname.replaceAll('..', '');
  try {
    const content = readFileSync(`site${file}`);
    response.writeHead(200, { 'content-type': types[file.split('.').at(-1)] ?? 'text/plain' }).end(content);
  } catch {
    response.writeHead(404).end();
  }
}).listen(port, '127.0.0.1', function () {
  console.log(`http://127.0.0.1:${this.address().port}/`);
});
