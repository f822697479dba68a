import type { CartLine, Customer, Order, PricedCart, Product } from '../server/shop.ts';

async function request<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(
    path,
    body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
  );
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}

export function fetchProducts(): Promise<Product[]> {
  return request('/api/products');
}

export function priceCart(lines: CartLine[]): Promise<PricedCart> {
  return request('/api/cart', { lines });
}

export function placeOrder(lines: CartLine[], customer: Customer): Promise<Order> {
  return request('/api/orders', { lines, customer });
}
