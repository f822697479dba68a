const KEY = "stage.basket";
const EMPTY = { showId: null, seats: [] };

const isSeat = (seat) => typeof seat?.row === "string" && typeof seat.price === "number";

export function loadBasket() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY)) ?? EMPTY;
    return { ...EMPTY, ...kept, seats: (kept.seats ?? []).filter(isSeat) };
  } catch {
    return EMPTY;
  }
}

export function saveBasket(basket) {
  localStorage.setItem(KEY, JSON.stringify(basket));
}
