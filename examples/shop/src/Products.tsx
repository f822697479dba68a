import { useState } from 'react';
import type { Product } from '../server/shop.ts';
import { money } from './money.ts';

interface Props {
  products: Product[];
  onAdd: (product: string) => void;
}

export function Products({ products, onAdd }: Props) {
  const [added, setAdded] = useState('');

  function add(product: Product) {
    onAdd(product.id);
    setAdded(`${product.name} is in your cart.`);
  }

  return (
    <section>
      <h1>For the table and the shelf</h1>
      <p className="news" role="status" data-testid="added">
        {added || 'Thrown, glazed and sewn by hand.'}
      </p>
      <ul className="products">
        {products.map((product) => (
          <li key={product.id} data-testid={`product-${product.id}`}>
            <img src={`/pictures/${product.id}.svg`} alt="" width="240" height="180" />
            <h2>{product.name}</h2>
            <p>{product.description}</p>
            <div className="buy">
              <span>{money(product.price)}</span>
              <button
                type="button"
                data-testid={`add-${product.id}`}
                aria-label={`Add ${product.name} to cart`}
                onClick={() => add(product)}
              >
                Add to cart
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
