import type { Order } from '../server/shop.ts';
import { money } from './money.ts';

export function Confirmation({ order }: { order: Order }) {
  return (
    <section data-testid="confirmation">
      <h1>Thank you for your order</h1>
      <p>
        Order <strong data-testid="order-number">{order.number}</strong> over {money(order.total)}{' '}
        is on its way to the packing table. It will be paid with the card ending in {order.card}.
      </p>
    </section>
  );
}
