import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FAULTS, readApps } from './case.mjs';
import { readEnvelope } from './envelope.mjs';
import { commitsOf, sourcesOf } from './repository.mjs';
import { kindOf } from './truth.mjs';

// node check.mjs   that each case has its truth and its capture, and that both still fit its sources
const wrong = [];
let count = 0;
for (const app of await readApps()) {
  const text = await readFile(join(FAULTS, 'captures', app.name, 'truth.json'), 'utf8');
  const { cases } = JSON.parse(text);
  for (const fault of app.cases) {
    count++;
    const truth = cases.find((each) => each.case === fault.name);
    const trouble = truth ? await troubleOf(app, fault, truth).catch(String) : 'it has no truth';
    if (trouble) wrong.push(`${app.name}/${fault.name}: ${trouble}`);
  }
  if (cases.length !== app.cases.length) wrong.push(`${app.name}: a truth has no case`);
}
console.log(`${count} cases, ${wrong.length} wrong`);
for (const line of wrong) console.log(line);
process.exitCode = wrong.length > 0 ? 1 : 0;

async function troubleOf(app, fault, truth) {
  if (truth.sources !== sourcesOf(commitsOf(app, fault))) {
    return 'its sources changed since it was captured: capture it again';
  }
  const place = join(FAULTS, 'captures');
  const parts = readEnvelope(await readFile(join(place, app.name, `${fault.name}.envelope`)));
  if (parts.event.event_id !== truth.eventId) return 'the capture is that of another event';
  for (const { file } of truth.maps) await readFile(join(place, 'maps', file));
  const { exchange, field, action } = truth;
  if (action && parts['actions.json'][action.index]?.at !== action.at) return 'its action is gone';
  if (!exchange) return '';
  const entry = parts['network.har'].log.entries.find(({ _id }) => _id === exchange.id);
  if (entry?.request.method !== exchange.method) return 'its exchange is gone';
  const { text } = entry.response.content;
  return field && kindOf(text, field) !== exchange.found ? 'its field reads otherwise' : '';
}
