import { dueOf } from './board.js';
import { byId, el, panel } from './dom.js';
import { rest } from './rest.js';

const DRAFT = 'board/draft';

/** What the buttons above the lanes do; each gets the board. */
export const tools = {
  async history({ selected }) {
    if (!selected) return panel('Choose a card first');
    const { events } = await rest.get(`/cards/${selected}/history`);
    if (!events?.length) return panel('Nothing happened yet');
    const last = events.at(-1);
    panel(`${events.length} changes, the last by ${last.who.trim()} to ${last.to}`);
  },

  burndown() {
    rest
      .get('/burndown')
      .then(({ series = [], unit }) => {
        const most = series.reduce((top, { left }) => Math.max(top, left), 0);
        const rows = series.map(({ day, left }) => `${day}: ${left.toFixed(0)} of ${most} ${unit}`);
        panel(...rows.map((row) => el('p', { textContent: row })));
      })
      .catch((problem) => {
        if (problem.status === undefined) throw problem;
        panel('No burndown now');
      });
  },

  async members() {
    const answer = await rest.get('/members');
    const teams = new Map();
    for (const { full, team } of answer.members ?? []) {
      const name = team?.name ?? 'no team';
      teams.set(name, [...(teams.get(name) ?? []), full]);
    }
    panel(...[...teams].map(([name, people]) => el('p', { textContent: `${name}: ${people.join(', ')}` })));
  },

  async limits(board) {
    const settings = { wip: {}, ...(await rest.get('/settings').catch(() => undefined)) };
    const over = board.lanes.filter(({ key, cards }) => cards.length > (settings.wip?.[key] ?? Infinity));
    panel(over.length > 0 ? `Too much in ${over[0].title}` : 'All within limits');
  },

  draft() {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(DRAFT));
    } catch (unreadable) {
      localStorage.removeItem(DRAFT);
    }
    panel(typeof kept?.title === 'string' ? `Draft: ${kept.title.trim()}` : 'No draft');
  },

  focus(board) {
    const next = [...board.cards.values()].find(({ due }) => due);
    panel(next ? `Next is ${next.title}, ${dueOf(next)}` : 'Nothing is due');
  },
};

export async function find(text) {
  const { hits } = await rest.get(`/search?q=${encodeURIComponent(text)}`);
  return hits ?? [];
}

export function showHits(hits) {
  const [best, ...rest] = hits;
  panel(best ? `Best: ${best.title} and ${rest.length} more` : 'Nothing found');
  byId('find').dataset.hits = hits.length;
}
