import { computed, reactive } from 'vue';
import { http } from './http.js';

export const state = reactive({
  view: 'stalls',
  stall: null,
  visitors: 0,
  basket: { lines: [], coupon: null, slots: [] },
  message: '',
});

export const total = computed(() =>
  state.basket.lines.reduce((sum, { qty, unit }) => sum + qty * unit.amount, 0),
);

export const actions = {
  show(view) {
    Object.assign(state, { view, message: '' });
  },
  openStall(stall) {
    Object.assign(state, { view: 'stall', stall });
  },
  loadBasket() {
    return http
      .get('/basket')
      .then(({ data }) => data.basket)
      .then(accept)
      .catch(() => {});
  },
  async add(sku) {
    const { data } = await http.post('/basket/lines', { sku });
    accept(data.basket);
  },
  async redeem(code) {
    try {
      const { data } = await http.post('/basket/coupon', { code });
      accept(data.basket);
    } catch (problem) {
      state.message = problem.body?.errors?.[0]?.detail ?? 'The coupon was not taken';
    }
  },
};

function accept(basket) {
  state.basket = { ...state.basket, ...basket };
}

export function watchVisitors() {
  const ask = () =>
    http
      .get('/live')
      .then(({ data: { visitors } }) => {
        state.visitors = visitors;
      })
      .catch(() => {})
      .finally(() => setTimeout(ask, 550));
  ask();
}
