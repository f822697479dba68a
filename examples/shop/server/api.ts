import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CartLine, type Customer, Declined, type Shop } from './shop.ts';

const MAX_BODY_BYTES = 64 * 1024;
const MAX_LINES = 50;
const MAX_QUANTITY = 20;
const MAX_TEXT = 200;

class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Answers what is asked under /api/. */
export async function answerApi(
  shop: Shop,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    send(response, 200, await answer(shop, path, request));
  } catch (error) {
    if (error instanceof Refused) send(response, error.status, { message: error.message });
    else if (error instanceof Declined) send(response, 409, { message: error.message });
    else throw error;
  }
}

async function answer(shop: Shop, path: string, request: IncomingMessage): Promise<unknown> {
  switch (`${request.method} ${path}`) {
    case 'GET /api/products':
      return shop.products();
    case 'POST /api/cart':
      return shop.price(lines(await body(request)));
    case 'POST /api/orders': {
      const order = await body(request);
      return shop.order(lines(order), customer(order));
    }
    default:
      throw new Refused(404, `Nothing answers ${request.method} ${path}.`);
  }
}

async function body(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES)
      throw new Refused(413, `A body has ${MAX_BODY_BYTES} bytes at most.`);
    chunks.push(chunk);
  }
  let value: unknown;
  try {
    value = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Refused(400, 'The body is not JSON.');
  }
  if (!isRecord(value)) throw new Refused(400, 'The body is not a JSON object.');
  return value;
}

function lines(order: Record<string, unknown>): CartLine[] {
  const { lines } = order;
  if (!Array.isArray(lines) || lines.length > MAX_LINES) {
    throw new Refused(400, `"lines" is a list of ${MAX_LINES} lines at most.`);
  }
  const checked = lines.map((line) => {
    if (!isRecord(line) || typeof line.product !== 'string' || !isQuantity(line.quantity)) {
      throw new Refused(400, `A line has a product and a quantity from 1 to ${MAX_QUANTITY}.`);
    }
    return { product: line.product, quantity: line.quantity };
  });
  if (new Set(checked.map(({ product }) => product)).size < checked.length) {
    throw new Refused(400, 'A product is in one line at most.');
  }
  return checked;
}

function customer(order: Record<string, unknown>): Customer {
  const { customer } = order;
  const text = (name: string) => {
    const value = isRecord(customer) ? customer[name] : undefined;
    if (typeof value !== 'string' || value.trim() === '' || value.length > MAX_TEXT) {
      throw new Refused(400, `"customer.${name}" is a text of 1 to ${MAX_TEXT} characters.`);
    }
    return value;
  };
  return {
    name: text('name'),
    email: text('email'),
    address: text('address'),
    cardNumber: text('cardNumber'),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isQuantity(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_QUANTITY;
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(value));
}
