import { saveBasket } from '../basket.js';
import { ApiError, fetchShowing, holdSeats } from '../lib/api.js';
import { escape, on, toast } from '../lib/dom.js';
import { money, plural } from '../lib/format.js';
import { navigate } from '../lib/router.js';
import { adjacentSeats, findSeat, seatMap } from '../parts/seatMap.js';
import { store } from '../state.js';

const STANDARD = 'standard';

function priceOf(showing, seat) {
  return showing.prices[seat.kind ?? STANDARD].amount;
}

export async function showingView(page, { id }) {
  page.innerHTML = '<p>Loading the seats…</p>';
  const showing = await fetchShowing(id).catch(() => null);
  if (!showing) {
    page.innerHTML = '<p role="alert">This showing cannot be booked now</p>';
    return;
  }
  let chosen = [];

  page.innerHTML = `
    <h1>${escape(showing.title)}, ${escape(showing.time)}</h1>
    <p class="quiet">${escape(showing.screen)}</p>
    <label for="party">People</label> <input id="party" type="number" min="1" value="2">
    <button type="button" class="suggest">Seats side by side</button>
    <div class="map"></div>
    <p class="total"></p>
    <button type="button" class="take">Put in basket</button>`;

  function update() {
    page.querySelector('.map').innerHTML = seatMap(showing.rows, chosen);
    const total = chosen.reduce((sum, { price }) => sum + price, 0);
    page.querySelector('.total').textContent = `${plural(chosen.length, 'seat')}, ${money(total)}`;
  }

  function toggle(name) {
    if (chosen.some((seat) => seat.name === name)) {
      chosen = chosen.filter((seat) => seat.name !== name);
    } else {
      chosen = [...chosen, { name, price: priceOf(showing, findSeat(showing.rows, name)) }];
    }
    update();
  }

  function suggest() {
    const group = adjacentSeats(showing.rows, Number(page.querySelector('#party').value));
    if (!group) {
      toast('There are not so many seats side by side');
      return;
    }
    chosen = group.map(({ label, seat }) => ({ name: `${label}${seat.no}`, price: priceOf(showing, seat) }));
    update();
  }

  async function take() {
    if (chosen.length === 0) return toast('Choose a seat');
    try {
      const { hold } = await holdSeats(id, chosen.map(({ name }) => name));
      const item = { showing: id, title: showing.title, time: showing.time, seats: chosen, hold };
      const basket = [...store.get().basket, item];
      saveBasket(basket);
      store.set({ basket });
      await navigate('/basket');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      toast(error.message);
    }
  }

  on(page, 'click', '[data-seat]', (_, button) => toggle(button.dataset.seat));
  on(page, 'click', '.suggest', suggest);
  on(page, 'click', '.take', take);
  update();
}
