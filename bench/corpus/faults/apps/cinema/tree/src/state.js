import { createStore } from './lib/store.js';
import { loadBasket } from './basket.js';

export const store = createStore({
  day: '2026-11-28',
  films: [],
  member: null,
  basket: loadBasket(),
  voucher: null,
  order: null,
});
