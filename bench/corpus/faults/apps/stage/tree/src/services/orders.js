import { store } from "../state.js";
import { http } from "./http.js";

let page = 0;

export async function loadMoreOrders() {
  const { orders, more } = await http.get(`/orders?page=${page + 1}`);
  page += 1;
  store.set({ orders: [...store.state.orders, ...orders], moreOrders: more });
}

export async function placeOrder({ showId, seats }, coupon) {
  const { order } = await http.post("/orders", { showId, seats, coupon: coupon?.code });
  return order;
}

/** Orders by the show they are for, with what they bring in. */
export function takings(orders) {
  const sums = new Map();
  for (const { show, total } of orders) sums.set(show, (sums.get(show) ?? 0) + total);
  return [...sums].map(([show, sum]) => ({ show, sum }));
}
