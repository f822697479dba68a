const KEY = 'cinema.basket';

export function loadBasket() {
  try {
    const items = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(items) ? items.filter(({ seats }) => Array.isArray(seats)) : [];
  } catch {
    return [];
  }
}

export function saveBasket(items) {
  localStorage.setItem(KEY, JSON.stringify(items));
}

export function subtotal(items) {
  return items.flatMap(({ seats }) => seats).reduce((sum, { price }) => sum + price, 0);
}

export function ticketCount(items) {
  return items.reduce((count, { seats }) => count + seats.length, 0);
}
