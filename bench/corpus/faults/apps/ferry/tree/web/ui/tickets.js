import { $, html } from '../modules/dom.js';
import { pounds, timeOf } from '../modules/format.js';
import { getJson } from '../modules/http.js';

const priceOf = ({ price, extras = [] }) => extras.reduce((sum, { amount }) => sum + amount, price.amount);

export async function ticketsPage(page) {
  const [{ tickets }, { sailings }] = await Promise.all([getJson('/tickets'), getJson('/sailings')]);
  const byId = Object.fromEntries(sailings.map((sailing) => [sailing.id, sailing]));
  const rows = tickets.map((ticket) => {
    const sailing = byId[ticket.sailing];
    const when = sailing ? timeOf(sailing.departs) : 'any sailing';
    return html`<li>${ticket.no}: ${ticket.holder?.name ?? 'Somebody'}, ${when}, ${pounds(priceOf(ticket))}</li>`;
  });
  page.innerHTML = html`
    <h1>Tickets</h1>
    <ul>${rows}</ul>
    <p>${pounds(tickets.map(priceOf).reduce((sum, price) => sum + price, 0))} in all</p>
    <button type="button" id="print">Print</button>`;
  $('#print', page).addEventListener('click', print);
}

function print() {
  document.body.classList.add('printing');
  $('#notice').textContent = 'Sent to the printer';
}
