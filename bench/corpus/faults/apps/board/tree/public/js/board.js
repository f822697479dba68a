import { byId, el, panel } from './dom.js';
import { rest } from './rest.js';

export class Board extends EventTarget {
  lanes = [];
  cards = new Map();
  selected = null;

  async load() {
    this.lanes = await rest.get('/lanes');
    const ids = this.lanes.flatMap((lane) => lane.cards ?? []);
    const byKey = await rest.get(`/cards?ids=${ids.join(',')}`);
    for (const [id, card] of Object.entries(byKey)) this.cards.set(id, card);
    this.paint();
  }

  paint() {
    byId('lanes').replaceChildren(...this.lanes.map((lane) => this.column(lane)));
  }

  column(lane) {
    const cards = (lane.cards ?? []).map((id) => this.cards.get(id)).filter(Boolean);
    return el('div', {}, el('h2', { textContent: `${lane.title} (${this.points(cards)})` }), ...cards.map((card) => this.tile(card, lane)));
  }

  points(cards) {
    return cards.reduce((sum, { estimate }) => sum + (estimate?.points ?? 0), 0);
  }

  tile(card, lane) {
    const who = card.assignee ? card.assignee.initials.toUpperCase() : '–';
    const [label] = card.labels;
    const open = el('button', { type: 'button', textContent: card.title, onclick: () => this.select(card.id) });
    const move = el('button', { type: 'button', textContent: `Move ${card.title}`, onclick: () => this.move(card.id, this.after(lane)) });
    return el('p', {}, open, ` ${who} ${label ? label.text : ''} `, move);
  }

  after(lane) {
    const index = this.lanes.indexOf(lane);
    return this.lanes[index + 1]?.key ?? lane.key;
  }

  select(id) {
    this.selected = id;
    const card = this.cards.get(id);
    if (card) panel(`${card.title}: due ${dueOf(card)}`);
  }

  async move(id, lane) {
    const { moved } = await rest.post(`/cards/${id}/move`, { lane }).catch(() => ({}));
    if (!moved) {
      panel('The card was not moved');
      return;
    }
    for (const each of this.lanes) each.cards = each.cards.filter((card) => card !== moved.id);
    this.lanes.find(({ key }) => key === moved.lane)?.cards.splice(moved.position, 0, moved.id);
    this.paint();
    this.dispatchEvent(new CustomEvent('moved', { detail: moved }));
  }
}

export function dueOf({ due }) {
  if (!due) return 'whenever';
  const [year, month, day] = due.split('-');
  return `${day}.${month}.${year}`;
}
