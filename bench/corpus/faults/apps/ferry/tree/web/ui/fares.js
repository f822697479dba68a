import { $$, html } from '../modules/dom.js';
import { pounds } from '../modules/format.js';
import { cached } from '../modules/http.js';
import { keepPrefs, readPrefs } from '../modules/prefs.js';

export async function faresPage(page) {
  const { zones, season } = await cached('/fares');
  const shown = readPrefs().zones.filter((key) => key in zones);
  const buttons = Object.entries(zones).map(([key, { label }]) => html`<button type="button" data-zone="${key}">${label}</button>`);
  page.innerHTML = html`
    <h1>Fares</h1>
    <p>${season?.name ?? 'All year'}</p>
    ${buttons}
    <section>${shown.map((key) => table(zones[key]))}</section>`;
  $$('[data-zone]', page).forEach((button) => {
    button.addEventListener('click', () => {
      keepPrefs({ zones: [button.dataset.zone] });
      page.querySelector('section').innerHTML = table(zones[button.dataset.zone]);
    });
  });
}

function cheapest(bands) {
  const [first] = [...bands].sort((one, other) => one.amount - other.amount);
  return first ? `from ${pounds(first.amount)} (${first.age})` : 'not sold now';
}

function table({ label, bands }) {
  return html`<h2>${label}</h2><p>${cheapest(bands)}</p>`;
}
