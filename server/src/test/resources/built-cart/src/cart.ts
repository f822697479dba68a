export interface Item {
  price: number;
}

export interface Cart {
  items: Item[];
}

/** The first item's price; an empty cart has none. */
export function firstPrice(cart: Cart): number {
  return cart.items[0].price;
}
