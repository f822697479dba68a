import { store } from "../state.js";
import { saveBasket } from "./basket-storage.js";

export function addSeat(showId, { row, number, price }) {
  const { basket } = store.state;
  const others = basket.showId === showId ? basket.seats : [];
  change({ showId, seats: [...others, { row, number, price }] });
}

export function emptyBasket() {
  change({ showId: null, seats: [] });
  store.set({ coupon: null });
}

function change(basket) {
  saveBasket(basket);
  store.set({ basket });
}

export function totalOf({ seats }, coupon) {
  const full = seats.reduce((sum, { price }) => sum + price, 0);
  const total = coupon ? full * (1 - coupon.percent / 100) : full;
  if (!Number.isFinite(total)) throw new Error(`The total of ${seats.length} seats is not a number`);
  return total;
}
