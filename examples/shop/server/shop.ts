/** The shop itself: what it sells, what a cart costs, and what an order takes from the shelf. */

export interface Product {
  id: string;
  name: string;
  description: string;
  /** In cents, as every amount. */
  price: number;
}

export interface CartLine {
  product: string;
  quantity: number;
}

export interface PricedItem {
  product: string;
  name: string;
  quantity: number;
  price: number;
  total: number;
}

export interface PricedCart {
  items: PricedItem[];
  subtotal: number;
  delivery: number;
  total: number;
  currency: 'EUR';
}

export interface Customer {
  name: string;
  email: string;
  address: string;
  cardNumber: string;
}

export interface Order {
  number: string;
  items: PricedItem[];
  total: number;
  /** The last four digits of the card; the others are not kept. */
  card: string;
}

/** A request that the shop understands and has to decline; the message is for the customer. */
export class Declined extends Error {}

interface Article extends Product {
  stock: number;
}

const CATALOGUE: Article[] = [
  {
    id: 'tea-mug',
    name: 'Tea mug',
    description: 'Stoneware, fern glaze, 300 ml.',
    price: 1800,
    stock: 240,
  },
  {
    id: 'supper-bowl',
    name: 'Supper bowl',
    description: 'Wide and deep, for soup and for salad.',
    price: 2600,
    stock: 160,
  },
  {
    id: 'teapot',
    name: 'Little teapot',
    description: 'Pours two cups, and does not drip.',
    price: 5400,
    stock: 60,
  },
  {
    id: 'candle',
    name: 'Beeswax candle',
    description: 'Burns for thirty hours.',
    price: 1200,
    stock: 400,
  },
  {
    id: 'apron',
    name: 'Linen apron',
    description: 'Washed linen with a deep pocket.',
    price: 3900,
    stock: 80,
  },
  {
    id: 'moon-lamp',
    name: 'Moon lamp',
    description: 'Pierced porcelain, one of a kind.',
    price: 8900,
    stock: 0,
  },
];

const DELIVERY = 490;
const FREE_DELIVERY_FROM = 5000;

export class Shop {
  readonly #articles = new Map(CATALOGUE.map((article) => [article.id, { ...article }]));
  #orders = 0;

  products(): Product[] {
    return [...this.#articles.values()].map(({ stock, ...product }) => product);
  }

  price(lines: CartLine[]): PricedCart {
    const items = lines
      .map((line) => ({ article: this.#article(line.product), quantity: line.quantity }))
      .filter(({ article }) => article.stock > 0)
      .map(({ article, quantity }) => ({
        product: article.id,
        name: article.name,
        quantity,
        price: article.price,
        total: article.price * quantity,
      }));
    const subtotal = items.reduce((sum, item) => sum + item.total, 0);
    const delivery = items.length === 0 || subtotal >= FREE_DELIVERY_FROM ? 0 : DELIVERY;
    return { items, subtotal, delivery, total: subtotal + delivery, currency: 'EUR' };
  }

  order(lines: CartLine[], customer: Customer): Order {
    if (lines.length === 0) throw new Declined('There is nothing in this order.');
    for (const { product, quantity } of lines) {
      const { name, stock } = this.#article(product);
      if (stock < quantity) throw new Declined(`There are ${stock} pieces left of: ${name}.`);
    }
    const card = customer.cardNumber.replace(/[ -]/g, '');
    if (!/^\d{13,19}$/.test(card)) throw new Declined('The card number has 13 to 19 digits.');
    const { items, total } = this.price(lines);
    for (const { product, quantity } of lines) this.#article(product).stock -= quantity;
    this.#orders += 1;
    return { number: `FK-${1000 + this.#orders}`, items, total, card: card.slice(-4) };
  }

  #article(id: string): Article {
    const article = this.#articles.get(id);
    if (!article) throw new Declined('This shop has no such product.');
    return article;
  }
}
