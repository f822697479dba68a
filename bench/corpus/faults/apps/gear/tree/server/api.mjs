import * as db from './data.mjs';

const ok = (data, meta) => ({ status: 200, body: { data, ...(meta && { meta }) } });
const notFound = { status: 404, body: { message: 'Not found' } };
let served = 0;

function toItem(item) {
  return { ...item };
}

function itemOf(id) {
  return db.items.find((each) => each.id === Number(id));
}

/** The longer something is hired, the less each further day costs. */
function quote(item, days) {
  const steps = Array.from({ length: days }, (_, index) => ({
    day: index + 1,
    cents: Math.round(item.daily_rate_cents * Math.max(0.5, 1 - index * 0.1)),
  }));
  return { item_id: item.id, steps, total_cents: steps.reduce((sum, { cents }) => sum + cents, 0) };
}

function book({ itemId, from, days, renter }) {
  const errors = {};
  if (!renter) errors.renter = ['is missing'];
  if (db.closedOn.includes(from)) errors.from = ['is a day on which we are closed'];
  if (!(days > 0)) errors.days = ['must be at least one'];
  if (Object.keys(errors).length > 0) return { status: 422, body: { message: 'Invalid', errors } };
  const number = 301 + db.bookings.length;
  const booking = { id: `b-${number}`, reference: `gh${number}`, item_id: itemId, from, days, state: 'requested', renter: { name: renter, company: null } };
  db.bookings.push(booking);
  return { status: 201, body: { data: booking } };
}

export function handle(method, path, query, payload) {
  const [resource, id, part] = path.split('/');
  switch (`${method} ${resource}`) {
    case 'GET items': {
      if (!id) return ok(db.items.map(toItem), { total: db.items.length });
      const item = itemOf(id);
      if (!item) return notFound;
      if (part === 'availability') return ok({ booked: db.booked[id] ?? [] });
      return ok({ ...toItem(item), accessories: db.accessories[id] ?? [] });
    }
    case 'GET bookings':
      return ok(db.bookings);
    case 'POST bookings':
      return book(payload);
    case 'GET quotes': {
      const item = itemOf(query.get('item'));
      return item ? ok(quote(item, Number(query.get('days')))) : notFound;
    }
    case 'GET revenue':
      return ok({ year: Number(id), months: db.revenue[id] ?? [] });
    case 'GET notices':
      return ok({ text: served++ % 2 ? 'Returns until six' : 'The counter is open' });
    case 'POST visits':
      return { status: 202, body: { data: null } };
    default:
      return notFound;
  }
}
