import { escape, on } from '../lib/dom.js';
import { store } from '../state.js';

const pickupCode = ({ number }) => number.split('-').at(-1);

export function thanksView(page) {
  const { order } = store.get();
  if (!order) {
    page.innerHTML = '<p>You have not ordered anything</p>';
    return;
  }
  page.innerHTML = `
    <h1>Thank you</h1>
    <p>Your tickets are at counter ${escape(order.pickup.counter)}</p>
    <button type="button" class="code">Pickup code</button>
    <output></output>`;
  on(page, 'click', '.code', () => {
    page.querySelector('output').textContent = pickupCode(order);
  });
}
