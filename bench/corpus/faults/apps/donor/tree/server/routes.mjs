import { appointments, centres, donations, donors, registry, slots, stock } from './seed.mjs';
import { Router } from './router.mjs';

const PAGE = 2;
let asked = 0;

export const router = new Router('/api/v2')
  .get('/donors', () => ({ donors: donors.map(({ card, ...donor }) => donor) }))
  .get('/donors/:id/donations', ({ id }) => donations[id] && { donations: donations[id] })
  .get('/cards/:card', ({ card }) => {
    const donor = donors.find((each) => each.card === card);
    return donor && { donor, scannedAt: '2026-11-27T09:12:00Z' };
  })
  .get('/appointments', (_, query) => {
    const from = appointments.findIndex(({ id }) => id === query.get('after')) + 1;
    return { items: appointments.slice(from, from + PAGE) };
  })
  .post('/appointments/:id/check-in', ({ id }) => {
    const appointment = appointments.find((each) => each.id === id);
    if (!appointment) return undefined;
    if (registry.queueing) return { queued: true };
    Object.assign(appointment, { status: 'here' });
    return { appointment };
  })
  .get('/centres', () => ({ centres }))
  .get('/centres/:id/slots', ({ id }) => slots[id] && { slots: slots[id] })
  .post('/bookings', (_, __, { slotId }) => ({ booking: { id: 'k1', slotId } }))
  .get('/stock', () => ({ units: { ...stock, O: stock.O + (asked++ % 3) } }))
  .post('/events', () => ({}));
