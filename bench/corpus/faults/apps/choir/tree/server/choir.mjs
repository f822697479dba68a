import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
const { pieces, rehearsals, members, concerts } = JSON.parse(readFileSync('server/season.json', 'utf8'));
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

class Refused extends Error {
  constructor(status, reason) {
    super(reason);
    this.status = status;
  }
}

function byId(list, id) {
  const found = list.find((each) => each.id === id);
  if (!found) throw new Refused(404, 'There is none');
  return found;
}

function api(method, [kind, id, part], query, body) {
  switch (`${method} ${kind}${id ? '/:id' : ''}${part ? `/${part}` : ''}`) {
    case 'GET pieces':
      return { items: pieces.map(({ id, title, composer, length }) => ({ id, title, composer: composer.name, length })) };
    case 'GET pieces/:id':
      return { item: byId(pieces, id) };
    case 'GET rehearsals':
      return { month: query.get('month'), items: rehearsals[query.get('month')] ?? [] };
    case 'POST rehearsals/:id/absence': {
      const rehearsal = byId(Object.values(rehearsals).flat(), id);
      if (rehearsal.absent.includes(body.member)) throw new Refused(409, 'That is known already');
      rehearsal.absent.push(body.member);
      return { item: rehearsal };
    }
    case 'GET members':
      return { items: members };
    case 'GET concerts':
      return { items: concerts };
    case 'GET hall':
      return { celsius: 19, humidity: 44 };
    case 'POST log':
      return {};
    default:
      throw new Refused(404, 'Nothing is there');
  }
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://choir.invalid');
  if (pathname.startsWith('/api/v1/')) {
    let text = '';
    for await (const chunk of request) text += chunk;
    response.setHeader('content-type', 'application/json');
    try {
      const answer = api(request.method, pathname.split('/').slice(3), searchParams, text ? JSON.parse(text) : {});
      return response.end(JSON.stringify(answer));
    } catch (error) {
      return response.writeHead(error.status ?? 500).end(JSON.stringify({ reason: error.message }));
    }
  }
  const name = pathname.includes('.') ? pathname.replaceAll('..', '') : '/index.html';
  const content = name.endsWith('.map') ? undefined : await readFile(`dist${name}`).catch(() => undefined);
  if (!content) return response.writeHead(404).end('Not found');
  response.writeHead(200, { 'content-type': TYPES[name.split('.').pop()] ?? 'text/plain' }).end(content);
});
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
