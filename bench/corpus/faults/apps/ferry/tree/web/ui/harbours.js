import { html } from '../modules/dom.js';
import { cached } from '../modules/http.js';

export async function harboursPage(page) {
  const { harbours } = await cached('/harbours');
  const rows = harbours.map((harbour) => html`<li>${harbour.name}: ${deepest(harbour)}, ${officeOf(harbour)}</li>`);
  page.innerHTML = html`<h1>Harbours</h1><ul>${rows}</ul>`;
}

function deepest({ berths = [] }) {
  const depths = berths.map(({ depth }) => Number(depth));
  return depths.length > 0 ? `${Math.max(...depths).toFixed(1)} m deep` : 'no berths';
}

function officeOf({ office }) {
  return office ? `office opens at ${office.opens}` : 'no office';
}
