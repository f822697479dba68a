import { readFile } from 'node:fs/promises';
import { boarding, fares, harbours, sailings, tickets } from './data.mjs';
import { express } from './express.mjs';

const app = express();
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

app.use(async (req, res, next) => {
  const chunks = [];
  for await (const chunk of req) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  req.body = text ? JSON.parse(text) : {};
  return next();
});

app.get('/api/sailings', (req, res) => {
  const list = sailings.filter(({ from }) => !req.query.from || from === req.query.from);
  res.json({ sailings: list.map(({ id, from, to, departs, state }) => ({ id, from, to, departs, state })) });
});

app.get('/api/sailings/:id', (req, res) => {
  const sailing = sailings.find(({ id }) => id === req.params.id);
  if (!sailing) return res.status(404).json({ message: 'No such sailing' });
  res.json({ sailing });
});

app.get('/api/sailings/:id/boarding', (req, res) => res.json({ boarding: boarding[req.params.id] }));

app.get('/api/tickets', (_, res) => res.json({ tickets }));

app.post('/api/tickets', (req, res) => {
  const sailing = sailings.find(({ id }) => id === req.body.sailing);
  if (sailing.state === 'late') return res.status(409).json({ message: 'Tickets for late sailings are sold at the pier' });
  const ticket = { no: `T-${9001 + tickets.length}`, sailing: sailing.id, holder: { name: 'Adult single' }, price: { amount: 620, currency: 'GBP' }, extras: [] };
  tickets.push(ticket);
  res.status(201).json({ ticket });
});

app.get('/api/fares', (_, res) => res.json(fares));

app.get('/api/harbours', (_, res) => res.json({ harbours }));

app.get('/api/tide', (_, res) => res.json({ tide: { metres: 3.4, rising: true } }));

app.get('/api/updates', (_, res) => {
  const update = { kind: 'notice', text: 'Card payments only' };
  res.setHeader('content-type', 'text/event-stream').end(`retry: 1500\ndata: ${JSON.stringify(update)}\n\n`);
});

app.post('/api/visits', (_, res) => res.status(202).json({}));

app.use(async (req, res, next) => {
  const name = req.path === '/' ? '/index.html' : req.path.replaceAll('..', '');
  const content = name.endsWith('.map') ? undefined : await readFile(`dist${name}`).catch(() => undefined);
  if (!content) return next();
  res.setHeader('content-type', TYPES[name.split('.').pop()] ?? 'text/plain').end(content);
});

const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
app.listen(port, (open) => console.log(`http://127.0.0.1:${open}/`));
