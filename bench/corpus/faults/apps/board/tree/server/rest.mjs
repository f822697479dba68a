import { readFileSync } from 'node:fs';

const team = JSON.parse(readFileSync(new URL('team.json', import.meta.url), 'utf8'));
let pulse = 2;

export function respond(method, url, body) {
  const [, , what, id, part] = url.pathname.split('/');
  if (method === 'POST' && part === 'move') return move(id, body.lane);
  switch (`${what}${part ? `/${part}` : ''}`) {
    case 'lanes':
      return [200, team.lanes];
    case 'cards':
      return [200, cards(url.searchParams.get('ids').split(','))];
    case 'cards/history':
      return [200, { events: team.history[id] ?? [] }];
    case 'members':
      return [200, { members: team.members }];
    case 'burndown':
      return [200, team.burndown];
    case 'settings':
      return [200, team.settings];
    case 'search':
      return [200, { hits: search(url.searchParams.get('q')) }];
    case 'pulse':
      pulse = 2 + ((pulse + 1) % 3);
      return [200, { online: pulse }];
    default:
      return [404, { reason: 'unknown' }];
  }
}

function cards(ids) {
  return Object.fromEntries(ids.filter((id) => team.cards[id]).map((id) => [id, team.cards[id]]));
}

function search(text) {
  return Object.values(team.cards)
    .filter(({ title }) => title.toLowerCase().includes(text.toLowerCase()))
    .map(({ id, title }, index) => ({ id, title, score: 1 - index / 10 }));
}

function move(id, lane) {
  const target = team.lanes.find(({ key }) => key === lane);
  const from = team.lanes.find(({ cards: held }) => held.includes(id));
  if (!target || from === target) return [409, { reason: 'it is there already' }];
  from.cards = from.cards.filter((card) => card !== id);
  target.cards.push(id);
  return [200, { moved: { id, lane, position: target.cards.length - 1 } }];
}
