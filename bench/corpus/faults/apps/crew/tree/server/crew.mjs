import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { festival } from './festival.mjs';

const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
const types = { html: 'text/html', js: 'text/javascript' };
const { shifts, people, teams, notes, meals, account } = festival;

const routes = {
  'GET days': () => ({ days: ['fri', 'sat', 'sun', 'mon'].map((day) => ({ day, shifts: shifts.filter((shift) => shift.day === day).length })) }),
  'GET shifts': (query) => ({ results: shifts.filter(({ day }) => day === query.get('day')) }),
  'GET shifts notes': (_, id) => ({ notes: notes[id] ?? [] }),
  'GET people': () => ({ results: people }),
  'GET teams': () => ({ results: teams }),
  'GET meals': () => meals,
  'GET account': () => ({ account }),
  'GET weather': () => ({ now: { celsius: 18, sky: 'clear' } }),
  'GET tickets': () => ({ sold: 4120 }),
  'POST pulse': () => ({}),
  'POST shifts join': (_, id) => {
    const shift = shifts.find((each) => each.id === id);
    if (shift.crew.length >= (shift.needs?.people ?? 9)) return { status: 409, problem: { title: 'That shift is full' } };
    if (!shift.crew.includes(account.person)) shift.crew.push(account.person);
    return { shift };
  },
};

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://crew.invalid');
  if (pathname.startsWith('/rest/')) {
    request.resume();
    const [kind, id, part] = pathname.slice('/rest/'.length).split('/');
    const route = routes[[request.method, kind, part].filter(Boolean).join(' ')];
    const { status = route ? 200 : 404, ...body } = route?.(searchParams, id) ?? {};
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    return;
  }
  const file = pathname.includes('.') ? pathname.replaceAll('..', '') : '/index.html';
  try {
    if (file.endsWith('.map')) throw new Error('maps are kept');
    const content = readFileSync(`dist${file}`);
    response.writeHead(200, { 'content-type': types[file.split('.').at(-1)] ?? 'text/plain' }).end(content);
  } catch {
    response.writeHead(404).end('Not found');
  }
}).listen(port, '127.0.0.1', function () {
  console.log(`http://127.0.0.1:${this.address().port}/`);
});
