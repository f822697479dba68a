import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { listen, originOf } from './envelopes.ts';

const NONCE = 'c3RpdGNoZXM';

const script = `
  console.warn('cart is slow', { attempt: 2, password: 'canary-console' });
  document.cookie = 'sid=canary-cookie';
  localStorage.setItem('basket', 'canary-storage');
  async function checkout() {
    const answer = await fetch('/api/cart?token=canary-query', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer canary-header-0123456789' },
      body: JSON.stringify({ item: 17, password: 'canary-body' }),
    });
    const cart = await answer.json();
    document.querySelector('#sum').textContent = cart.items[0].price;
  }
  function later() {
    const request = new XMLHttpRequest();
    request.open('GET', '/api/stock');
    request.responseType = 'json';
    request.send();
  }
  document.querySelector('[data-testid=pay]').addEventListener('click', () => { later(); checkout(); });
  history.pushState({}, '', '#basket');
`;

const html = (sdk: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Shop</title>
<meta name="release" content="shop@1.4.2"><meta name="csrf-token" content="canary-meta">
${sdk}
<style>body { font: 16px sans-serif; padding: 2rem } button { padding: .5rem 1rem }</style></head>
<body><h1>Your basket</h1>
<form><label>Card <input name="card" placeholder="canary-placeholder"></label>
<input type="hidden" name="state" value="canary-hidden"><input type="password" value="canary-password"></form>
<canvas width="8" height="8"></canvas><iframe srcdoc="<p>Inner frame</p>"></iframe><p>Sum: <span id="sum">…</span></p>
<button data-testid="pay" aria-label="Pay now"><b>Checkout</b></button>
<script nonce="${NONCE}" src="/shop.js"></script></body></html>`;

/** A shop whose checkout breaks on an empty cart, behind the strictest policy a page can have. */
export class BrokenShop {
  /** What the page loads before all else. */
  head = '';
  #server!: Server;

  async open(): Promise<this> {
    this.#server = await listen(async (request, response) => {
      const path = new URL(request.url ?? '/', 'http://shop').pathname;
      if (path === '/api/cart') {
        response.setHeader('Content-Type', 'application/json');
        response.setHeader('Set-Cookie', 'session=canary-set-cookie; HttpOnly');
        response.end(JSON.stringify({ items: [], access_token: 'canary-answer' }));
      } else if (path === '/api/stock') {
        response.setHeader('Content-Type', 'application/json');
        response.end('{"left":3}');
      } else if (path === '/shop.js') {
        response.setHeader('Content-Type', 'text/javascript').end(script);
      } else if (path === '/suture.js') {
        const sdk = await readFile(new URL('../sdk/dist/suture.js', import.meta.url));
        response.setHeader('Content-Type', 'text/javascript').end(sdk);
      } else {
        response.setHeader('Content-Type', 'text/html');
        response.setHeader(
          'Content-Security-Policy',
          `default-src 'none'; script-src 'nonce-${NONCE}'; style-src 'unsafe-inline'; connect-src *`,
        );
        response.end(html(this.head));
      }
    });
    return this;
  }

  loadSdk(attributes: string): void {
    this.head = `<script nonce="${NONCE}" src="/suture.js" ${attributes}></script>`;
  }

  get origin(): string {
    return originOf(this.#server);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
