import { type FormEvent, useState } from 'react';
import type { Order, PricedCart } from '../server/shop.ts';
import { placeOrder } from './api.ts';
import { money } from './money.ts';

interface Props {
  cart: PricedCart;
  onOrdered: (order: Order) => void;
  onBack: () => void;
}

export function Checkout({ cart, onOrdered, onBack }: Props) {
  const [failure, setFailure] = useState('');
  const [sending, setSending] = useState(false);
  const first = cart.items[0];
  const others = cart.items.length - 1;
  const headline = others > 0 ? `${first.name} and ${others} more` : first.name;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const field = new FormData(event.currentTarget);
    const text = (name: string) => String(field.get(name) ?? '');
    setSending(true);
    try {
      const lines = cart.items.map(({ product, quantity }) => ({ product, quantity }));
      const order = await placeOrder(lines, {
        name: text('name'),
        email: text('email'),
        address: text('address'),
        cardNumber: text('cardNumber'),
      });
      onOrdered(order);
    } catch (error) {
      setFailure((error as Error).message);
      setSending(false);
    }
  }

  return (
    <section>
      <h1 data-testid="checkout-headline">Your order of {headline}</h1>
      <div className="checkout">
        <form onSubmit={submit} aria-label="Delivery and payment">
          <label>
            Name
            <input name="name" autoComplete="name" required data-testid="name" />
          </label>
          <label>
            Email
            <input name="email" type="email" autoComplete="email" required data-testid="email" />
          </label>
          <label>
            Address
            <input name="address" autoComplete="street-address" required data-testid="address" />
          </label>
          <label>
            Card number
            <input
              name="cardNumber"
              inputMode="numeric"
              autoComplete="cc-number"
              required
              data-testid="card-number"
            />
          </label>
          {failure && <p role="alert">{failure}</p>}
          <div className="buttons">
            <button type="submit" className="main" disabled={sending} data-testid="place-order">
              {sending ? 'Ordering…' : 'Place order'}
            </button>
            <button type="button" data-testid="back" onClick={onBack}>
              Keep shopping
            </button>
          </div>
        </form>
        <aside className="summary" aria-label="Order summary" data-testid="order-summary">
          <h2>Order summary</h2>
          <dl>
            {cart.items.map((item) => (
              <div key={item.product}>
                <dt>
                  {item.quantity} × {item.name}
                </dt>
                <dd>{money(item.total)}</dd>
              </div>
            ))}
            <div>
              <dt>Delivery</dt>
              <dd data-testid="delivery">{cart.delivery === 0 ? 'Free' : money(cart.delivery)}</dd>
            </div>
            <div className="total">
              <dt>Total</dt>
              <dd data-testid="order-total">{money(cart.total)}</dd>
            </div>
          </dl>
        </aside>
      </div>
    </section>
  );
}
