import { ticketCount } from '../basket.js';
import { fetchVisitors } from '../lib/api.js';
import { plural } from '../lib/format.js';
import { store } from '../state.js';

const EVERY = 800;

async function showVisitors(element) {
  try {
    const { online } = await fetchVisitors();
    element.textContent = `${plural(online, 'visitor')} online`;
  } catch {
    element.textContent = '';
  }
}

export function mountMasthead(header) {
  const count = header.querySelector('#basket-count');
  const visitors = header.querySelector('#visitors');
  store.subscribe(({ basket }) => {
    count.textContent = plural(ticketCount(basket), 'ticket');
  });
  showVisitors(visitors);
  setInterval(() => showVisitors(visitors), EVERY);
}
