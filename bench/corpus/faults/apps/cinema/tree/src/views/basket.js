import { saveBasket, subtotal } from '../basket.js';
import { ApiError, checkVoucher, placeOrder } from '../lib/api.js';
import { escape, on, toast } from '../lib/dom.js';
import { money } from '../lib/format.js';
import { navigate } from '../lib/router.js';
import { store } from '../state.js';

const itemRow = ({ title, time, seats, hold }, index) => `
  <li>
    ${escape(title)} at ${escape(time)}: ${seats.map(({ name }) => escape(name)).join(', ')}
    <span class="quiet">${hold ? `held for ${hold.minutes} min` : 'not held'}</span>
    <button type="button" data-remove="${index}" aria-label="Remove ${escape(title)}">Remove</button>
  </li>`;

function summary({ basket, voucher, member }) {
  const full = subtotal(basket);
  const lines = [`<p>Tickets ${money(full)}</p>`];
  if (voucher) lines.push(`<p>${escape(voucher.discount.label)} −${money(voucher.discount.value)}</p>`);
  lines.push(`<p>To pay ${money(full - (voucher?.discount.value ?? 0))}</p>`);
  if (member) lines.push(`<p class="quiet">${escape(member.name)} has ${member.points} points</p>`);
  return lines.join('');
}

async function redeem(code) {
  try {
    store.set({ voucher: await checkVoucher(code) });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    store.set({ voucher: null });
    toast(error.message);
  }
}

async function order() {
  const { basket, voucher } = store.get();
  try {
    const { order } = await placeOrder(basket, voucher?.code);
    saveBasket([]);
    store.set({ basket: [], voucher: null, order });
    await navigate('/thanks');
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    toast(error.message);
  }
}

function remove(index) {
  const basket = store.get().basket.toSpliced(index, 1);
  saveBasket(basket);
  store.set({ basket });
}

export function basketView(page) {
  page.innerHTML = `
    <h1>Basket</h1>
    <ul class="items"></ul>
    <form class="voucher">
      <label for="code">Voucher</label> <input id="code"> <button>Redeem</button>
    </form>
    <div class="summary"></div>
    <button type="button" class="order">Order</button>`;

  on(page, 'submit', '.voucher', (event) => {
    event.preventDefault();
    redeem(page.querySelector('#code').value.trim());
  });
  on(page, 'click', '[data-remove]', (_, button) => remove(Number(button.dataset.remove)));
  on(page, 'click', '.order', order);

  return store.subscribe((state) => {
    page.querySelector('.items').innerHTML = state.basket.map(itemRow).join('') || '<li>Nothing yet</li>';
    page.querySelector('.summary').innerHTML = summary(state);
  });
}
