import { useEffect, useState } from 'react';
import type { CartLine } from '../server/shop.ts';

const KEY = 'cart';

function stored(): CartLine[] {
  try {
    const lines = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(lines) ? lines : [];
  } catch {
    return [];
  }
}

/** What the customer has put into the cart; it outlives a reload. */
export function useLines() {
  const [lines, setLines] = useState<CartLine[]>(stored);

  useEffect(() => localStorage.setItem(KEY, JSON.stringify(lines)), [lines]);

  function setQuantity(product: string, quantity: number) {
    setLines((before) =>
      quantity < 1
        ? before.filter((line) => line.product !== product)
        : before.map((line) => (line.product === product ? { product, quantity } : line)),
    );
  }

  function add(product: string) {
    setLines((before) => {
      const line = before.find((each) => each.product === product);
      return line
        ? before.map((each) => (each === line ? { product, quantity: line.quantity + 1 } : each))
        : [...before, { product, quantity: 1 }];
    });
  }

  return { lines, add, setQuantity, clear: () => setLines([]) };
}
