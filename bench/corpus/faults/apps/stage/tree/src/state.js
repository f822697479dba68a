import { Store } from "./core/store.js";
import { loadBasket } from "./services/basket-storage.js";

export const store = new Store({
  shows: [],
  plan: null,
  basket: loadBasket(),
  coupon: null,
  orders: [],
  moreOrders: true,
});
