import assert from 'node:assert/strict';
import test from 'node:test';
import { openShop, post } from './open-shop.mjs';

const CUSTOMER = {
  name: 'A customer',
  email: 'customer@example.invalid',
  address: 'Some lane 1',
  cardNumber: '4242 4242 4242 4242',
};

test('a customer sees the products, has the cart priced, and orders', async (t) => {
  const { url } = await openShop(t);
  const products = await (await fetch(new URL('/api/products', url))).json();
  const mug = products.find(({ id }) => id === 'tea-mug');
  const lines = [{ product: mug.id, quantity: 3 }];

  const { body: cart } = await post(url, '/api/cart', { lines });
  assert.equal(cart.subtotal, 3 * mug.price);
  assert.deepEqual(cart.items, [
    { product: 'tea-mug', name: 'Tea mug', quantity: 3, price: mug.price, total: 3 * mug.price },
  ]);

  const { status, body: order } = await post(url, '/api/orders', { lines, customer: CUSTOMER });
  assert.equal(status, 200);
  assert.equal(order.total, cart.total);
  assert.equal(order.number, 'FK-1001');
  assert.equal(order.card, '4242');
});

test('delivery costs 4.90 below 50 euros and nothing from there on', async (t) => {
  const { url } = await openShop(t);
  const price = async (product) =>
    (await post(url, '/api/cart', { lines: [{ product, quantity: 1 }] })).body;

  const mug = await price('tea-mug');
  assert.deepEqual([mug.delivery, mug.total], [490, mug.subtotal + 490]);
  const teapot = await price('teapot');
  assert.deepEqual([teapot.delivery, teapot.total], [0, teapot.subtotal]);
});

test('a sold-out article is left out of the priced cart', async (t) => {
  const { url } = await openShop(t);
  const lamp = { product: 'moon-lamp', quantity: 1 };

  const both = await post(url, '/api/cart', { lines: [lamp, { product: 'candle', quantity: 1 }] });
  assert.deepEqual(
    both.body.items.map(({ product }) => product),
    ['candle'],
  );
  const alone = await post(url, '/api/cart', { lines: [lamp] });
  assert.equal(alone.status, 200);
  assert.deepEqual(alone.body, { items: [], subtotal: 0, delivery: 0, total: 0, currency: 'EUR' });
});

test('an order for more than there is gets declined', async (t) => {
  const { url } = await openShop(t);
  const lines = [{ product: 'moon-lamp', quantity: 2 }];
  const { status, body } = await post(url, '/api/orders', { lines, customer: CUSTOMER });
  assert.equal(status, 409);
  assert.match(body.message, /pieces left of: Moon lamp/);
});

test('what is not an order is refused with a reason', async (t) => {
  const { url } = await openShop(t);
  const lines = [{ product: 'candle', quantity: 1 }];
  for (const [path, body, status, reason] of [
    ['/api/cart', [], 400, /not a JSON object/],
    ['/api/cart', { lines: 'all' }, 400, /"lines"/],
    ['/api/cart', { lines: [{ product: 'candle', quantity: 0.5 }] }, 400, /quantity/],
    ['/api/cart', { lines: [...lines, ...lines] }, 400, /one line at most/],
    ['/api/cart', { lines: [{ product: 'unicorn', quantity: 1 }] }, 409, /no such product/],
    ['/api/cart', { lines: [], more: 'x'.repeat(70_000) }, 413, /bytes at most/],
    ['/api/orders', { lines, customer: { ...CUSTOMER, name: ' ' } }, 400, /customer\.name/],
    ['/api/orders', { lines, customer: { ...CUSTOMER, cardNumber: 'x' } }, 409, /digits/],
    ['/api/orders', { lines: [], customer: CUSTOMER }, 409, /nothing in this order/],
    ['/api/nothing', {}, 404, /Nothing answers POST/],
  ]) {
    const answer = await post(url, path, body);
    assert.equal(answer.status, status, `${path} ${JSON.stringify(body).slice(0, 80)}`);
    assert.match(answer.body.message, reason);
  }
});
