import { useEffect, useState } from 'react';
import type { Order, PricedCart, Product } from '../server/shop.ts';
import { fetchProducts, priceCart } from './api.ts';
import { Cart } from './Cart.tsx';
import { Checkout } from './Checkout.tsx';
import { Confirmation } from './Confirmation.tsx';
import { useLines } from './lines.ts';
import { Products } from './Products.tsx';

type Page =
  | { name: 'products' }
  | { name: 'cart' }
  | { name: 'checkout'; cart: PricedCart }
  | { name: 'confirmation'; order: Order };

/** A priced cart and an order live in memory only, so their addresses lead back to the cart. */
function pageAt(path: string): Page {
  return path === '/cart' || path === '/checkout' ? { name: 'cart' } : { name: 'products' };
}

export function App() {
  const [page, setPage] = useState<Page>(() => pageAt(location.pathname));
  const [products, setProducts] = useState<Product[]>([]);
  const [failure, setFailure] = useState('');
  const { lines, add, setQuantity, clear } = useLines();

  useEffect(() => {
    fetchProducts().then(setProducts, (error: Error) => setFailure(error.message));
    const back = () => setPage(pageAt(location.pathname));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);

  function open(next: Page) {
    history.pushState(null, '', next.name === 'products' ? '/' : `/${next.name}`);
    setFailure('');
    setPage(next);
    scrollTo(0, 0);
  }

  async function checkout() {
    try {
      const cart = await priceCart(lines);
      open({ name: 'checkout', cart });
    } catch (error) {
      setFailure((error as Error).message);
    }
  }

  function ordered(order: Order) {
    clear();
    open({ name: 'confirmation', order });
  }

  const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <>
      <nav aria-label="Shop">
        <button type="button" data-testid="nav-products" onClick={() => open({ name: 'products' })}>
          Products
        </button>
        <button type="button" data-testid="nav-cart" onClick={() => open({ name: 'cart' })}>
          Cart <span data-testid="cart-count">({pieces})</span>
        </button>
      </nav>
      <main>
        {failure && <p role="alert">{failure}</p>}
        {page.name === 'products' && <Products products={products} onAdd={add} />}
        {page.name === 'cart' && (
          <Cart
            lines={lines}
            products={products}
            onQuantity={setQuantity}
            onCheckout={checkout}
            onBack={() => open({ name: 'products' })}
          />
        )}
        {page.name === 'checkout' && (
          <Checkout
            cart={page.cart}
            onOrdered={ordered}
            onBack={() => open({ name: 'products' })}
          />
        )}
        {page.name === 'confirmation' && <Confirmation order={page.order} />}
      </main>
    </>
  );
}
