import { store } from "./state.js";

export function showBasketCount() {
  const place = document.getElementById("basket-count");
  store.subscribe(
    ({ basket }) => basket.seats.length,
    (count) => {
      if (place) place.textContent = `${count} seats`;
    },
  );
}
