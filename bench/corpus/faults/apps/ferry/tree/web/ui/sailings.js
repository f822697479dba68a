import { $, html, on } from '../modules/dom.js';
import { stateOf, timeOf } from '../modules/format.js';
import { cached, getJson, postJson } from '../modules/http.js';
import { keepPrefs, readPrefs } from '../modules/prefs.js';
import { openDrawer } from './drawer.js';

let opened;

export async function sailingsPage(page) {
  const { harbours } = await cached('/harbours');
  const names = new Map(harbours.map(({ code, name }) => [code, name]));
  const options = harbours.map(({ code, name }) => html`<option value="${code}">${name}</option>`);
  page.innerHTML = html`
    <h1>Sailings</h1>
    <label>From <select name="from"><option value="">anywhere</option>${options}</select></label>
    <p class="count"></p>
    <ul class="sailings"></ul>`;
  const select = $('select', page);
  select.value = readPrefs().from;
  select.addEventListener('change', () => {
    keepPrefs({ from: select.value });
    list(page, names, select.value);
  });
  const rows = $('.sailings', page);
  on(rows, 'click', '[data-action="open"]', ({ dataset }) => open(dataset.id, names));
  await list(page, names, select.value);
}

async function list(page, names, from) {
  const { sailings } = await getJson(from ? `/sailings?from=${from}` : '/sailings');
  const rows = $('.sailings', page);
  if (!rows) return;
  rows.replaceChildren(...sailings.map((sailing) => row(sailing, names)));
  const [first] = sailings;
  $('.count', page).textContent = first ? `${sailings.length} sailings, the first at ${timeOf(first.departs)}` : 'No sailings';
}

function row({ id, from, to, departs, state }, names) {
  const item = $('#sailing-row').content.cloneNode(true);
  const button = $('button', item);
  button.textContent = `${names.get(from)} to ${names.get(to)}`;
  button.dataset.id = id;
  $('.time', item).textContent = timeOf(departs);
  const { text, css } = stateOf(state);
  $('.state', item).textContent = text;
  $('.state', item).classList.add(css);
  return item;
}

async function open(id, names) {
  opened = id;
  const [{ sailing }, { boarding }] = await Promise.all([getJson(`/sailings/${id}`), getJson(`/sailings/${id}/boarding`)]);
  if (opened !== id) return;
  const { vessel, stops } = sailing;
  const { gate = 'to be told', queue = [] } = boarding ?? {};
  const cars = queue.reduce((sum, lane) => sum + lane.cars, 0);
  const calls = stops.map(({ code, minutes }) => html`<li>${names.get(code)} after ${minutes} minutes</li>`);
  openDrawer(html`
    <h2>${vessel.name}</h2>
    <p>${vessel.capacity?.people ?? 'some'} people, ${cars} cars wait at gate ${gate}</p>
    <p>${queue.length > 0 ? `Lane ${queue[0].lane} boards first` : 'Nobody waits'}</p>
    <ul>${calls}</ul>
    <button type="button" data-action="close">Close</button>
    <button type="button" data-action="buy" data-id="${id}">Buy a ticket</button>
    <p class="bought"></p>`);
  $('#drawer [data-action="buy"]').addEventListener('click', () => buy(id));
  $('#drawer [data-action="close"]').addEventListener('click', () => {
    $('#drawer').hidden = true;
  });
}

function buy(sailing) {
  return postJson('/tickets', { sailing })
    .then(({ ticket }) => {
      $('#drawer .bought').textContent = `Your ticket is ${ticket.no}`;
    })
    .catch((error) => {
      if (!error.status) throw error;
      $('#drawer .bought').textContent = error.message;
    });
}
