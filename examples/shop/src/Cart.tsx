import type { CartLine, Product } from '../server/shop.ts';
import { money } from './money.ts';

interface Props {
  lines: CartLine[];
  products: Product[];
  onQuantity: (product: string, quantity: number) => void;
  onCheckout: () => void;
  onBack: () => void;
}

export function Cart({ lines, products, onQuantity, onCheckout, onBack }: Props) {
  const rows = lines.flatMap((line) => {
    const product = products.find((each) => each.id === line.product);
    return product ? [{ product, quantity: line.quantity }] : [];
  });
  if (lines.length === 0) {
    return (
      <section>
        <h1>Your cart is empty</h1>
        <p>Put something into it, and it will wait for you here.</p>
        <button type="button" className="main" onClick={onBack}>
          See the products
        </button>
      </section>
    );
  }
  return (
    <section>
      <h1>Your cart</h1>
      <ul className="lines">
        {rows.map(({ product, quantity }) => (
          <li key={product.id} data-testid={`cart-line-${product.id}`}>
            <img src={`/pictures/${product.id}.svg`} alt="" width="80" height="60" />
            <span className="name">{product.name}</span>
            <input
              type="number"
              min="1"
              max="20"
              value={quantity}
              data-testid={`quantity-${product.id}`}
              aria-label={`Quantity of ${product.name}`}
              onChange={(event) => onQuantity(product.id, clamp(event.target.valueAsNumber))}
            />
            <span className="sum">{money(product.price * quantity)}</span>
            <button
              type="button"
              data-testid={`remove-${product.id}`}
              aria-label={`Remove ${product.name}`}
              onClick={() => onQuantity(product.id, 0)}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="main" data-testid="checkout" onClick={onCheckout}>
        Checkout
      </button>
    </section>
  );
}

function clamp(quantity: number): number {
  return Number.isNaN(quantity) ? 1 : Math.min(20, Math.max(1, Math.round(quantity)));
}
