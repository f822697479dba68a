import { banners, basket, live, offers, orders, profile, stalls } from './stock.mjs';

const AT_ONCE = 2;

export function handle({ method, path, query, body }) {
  const words = path.split('/').filter(Boolean);
  const key = `${method} ${words[0]}${words.length > 1 ? `/${words.length === 3 ? `*/${words[2]}` : words[1]}` : ''}`;
  const action = table[key];
  return action ? action({ words, query, body }) : { status: 404, errors: [{ detail: 'Unknown' }] };
}

const table = {
  'GET stalls': () => ({ data: { stalls }, meta: { page: 1 } }),
  'GET stalls/*/offers': ({ words, query }) => {
    const all = offers[words[1]] ?? [];
    const start = Number(query.get('after') ?? 0);
    const end = start + AT_ONCE;
    return { data: { offers: all.slice(start, end) }, meta: { next: end < all.length ? String(end) : null } };
  },
  'GET basket': () => ({ data: { basket } }),
  'POST basket/lines': ({ body }) => {
    const offer = Object.values(offers).flat().find(({ sku }) => sku === body.sku);
    if (!offer) return { status: 404, errors: [{ field: 'sku', detail: 'Unknown offer' }] };
    basket.lines.push({ sku: offer.sku, label: offer.label, qty: 1, unit: offer.price });
    return { data: { basket } };
  },
  'POST basket/coupon': ({ body }) => {
    if (body.code !== 'SPRING') return { status: 422, errors: [{ field: 'code', detail: 'No such coupon' }] };
    basket.coupon = { code: body.code, off: 100 };
    return { data: { basket } };
  },
  'POST orders': () => {
    const lines = basket.lines.splice(0);
    if (lines.length === 0) return { data: { order: null } };
    return { data: { order: { number: 'M-105', eta: { from: '10:00', to: '11:00' }, lines } } };
  },
  'GET orders': () => ({ data: { orders } }),
  'GET profile': () => ({ data: { profile } }),
  'GET banners': () => ({ data: { banners } }),
  'GET live': () => ({ data: live }),
};
