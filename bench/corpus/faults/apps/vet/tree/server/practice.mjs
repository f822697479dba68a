import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4400' } } });
const db = JSON.parse(readFileSync('server/practice.json', 'utf8'));
const MIME = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

const ok = (data, meta) => ({ status: 200, body: meta ? { data, meta } : { data } });
const problem = (status, title, detail) => ({ status, body: { type: 'about:blank', status, title, detail } });

const routes = [
  ['GET', /^\/me$/, () => ok(db.me)],
  ['GET', /^\/patients$/, (_, query) => {
    const wanted = (query.get('q') ?? '').toLowerCase();
    const found = db.patients.filter(({ name }) => name.toLowerCase().includes(wanted));
    return ok(found.map(({ id, name, species }) => ({ id, name, species })), { total: found.length });
  }],
  ['GET', /^\/patients\/(\d+)$/, ([id]) => {
    const patient = db.patients.find((each) => each.id === Number(id));
    return patient ? ok(patient) : problem(404, 'No such patient');
  }],
  ['GET', /^\/patients\/(\d+)\/visits$/, ([id]) => ok(db.visits[id] ?? [])],
  ['POST', /^\/patients\/(\d+)\/visits$/, ([id], _, body) => {
    if (!body.reason) return problem(422, 'Not valid', 'A visit needs a reason');
    const visit = { id: 600, started_at: '2026-11-27T10:00:00Z', reason: body.reason, vet: { initials: 'KO' }, treatments: [] };
    db.visits[id].push(visit);
    return { status: 201, body: { data: visit } };
  }],
  ['GET', /^\/rota$/, (_, query) => ok({ week: query.get('week'), days: db.rota[query.get('week')] ?? [] })],
  ['GET', /^\/invoices$/, () => ok(db.invoices, { total: db.invoices.length })],
  ['POST', /^\/invoices\/([\w-]+)\/pay$/, ([number]) => {
    const invoice = db.invoices.find((each) => each.number === number);
    if (invoice.status === 'paid') return problem(409, 'Already paid', `${number} was paid before`);
    invoice.status = 'paid';
    return ok({ receipt: { number: `R-${number.slice(2)}`, issued_at: '2026-11-27T10:05:00Z' }, invoice });
  }],
  ['GET', /^\/stock$/, () => ok(db.stock)],
  ['GET', /^\/waiting-room$/, () => ok({ waiting: 4, longest_minutes: 17 })],
  ['GET', /^\/notices$/, () => ok([{ id: 1, text: 'Flu clinic on Friday' }])],
];

async function answer(request) {
  const { pathname, searchParams } = new URL(request.url, 'http://vet.invalid');
  const path = pathname.slice('/api'.length);
  let text = '';
  for await (const chunk of request) text += chunk;
  for (const [method, pattern, handle] of routes) {
    const match = method === request.method && pattern.exec(path);
    if (match) return handle(match.slice(1), searchParams, text ? JSON.parse(text) : {});
  }
  return problem(404, 'Not found');
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://vet.invalid');
  if (pathname.startsWith('/api/')) {
    const { status, body } = await answer(request);
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    return response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
  }
  const name = pathname.includes('.') ? pathname.replaceAll('..', '') : '/index.html';
  const content = name.endsWith('.map') ? undefined : await readFile(`dist${name}`).catch(() => undefined);
  if (!content) return response.writeHead(404).end('Not found');
  response.writeHead(200, { 'content-type': MIME[name.split('.').pop()] ?? 'text/plain' }).end(content);
});
server.listen(Number(values.port), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
