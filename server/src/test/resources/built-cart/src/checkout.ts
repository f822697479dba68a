import { type Cart, firstPrice } from './cart';

class Checkout {
  constructor(private readonly cart: Cart) {}

  pay(): number {
    const fee = 2;
    return this.total() + fee;
  }

  private total = (): number => firstPrice(this.cart);
}

export const submit = (cart: Cart): number => {
  const checkout = new Checkout(cart);
  return [1].map(() => checkout.pay())[0];
};

try {
  submit({ items: [] });
} catch (error) {
  console.log((error as Error).stack);
}
