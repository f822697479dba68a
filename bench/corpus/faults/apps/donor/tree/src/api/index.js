import { ApiClient } from './client';

/**
 * @typedef {{ id: string, name: string, bloodType: string, phone: string | null }} Donor
 * @typedef {{ id: string, date: string, volumeMl: number, place: string }} Donation
 * @typedef {{ id: string, at: string, kind: string, status: string, donor: { id: string, name: string } | null }} Appointment
 * @typedef {{ id: string, name: string, beds: Record<string, { name: string }> }} Centre
 * @typedef {{ id: string, at: string, bed: string }} Slot
 */

const client = new ApiClient({ base: '/api/v2' });

export const donorApi = {
  /** @returns {Promise<{ donors: Donor[] }>} */
  list: (signal) => client.get('/donors', { signal }),
  /** @returns {Promise<{ donations: Donation[] }>} */
  donations: (id, signal) => client.get(`/donors/${id}/donations`, { signal }),
  /** @returns {Promise<{ donor: Donor, scannedAt: string }>} */
  byCard: (card, signal) => client.get(`/cards/${encodeURIComponent(card)}`, { signal }),
};

export const agendaApi = {
  /** @returns {Promise<{ items: Appointment[] }>} */
  page: (after, signal) => client.get('/appointments', { query: after ? { after } : undefined, signal }),
  /** @returns {Promise<{ appointment?: Appointment, queued?: boolean }>} */
  checkIn: (id) => client.post(`/appointments/${id}/check-in`),
};

export const centreApi = {
  /** @returns {Promise<{ centres: Centre[] }>} */
  list: (signal) => client.get('/centres', { signal }),
  /** @returns {Promise<{ slots: Slot[] }>} */
  slots: (id, signal) => client.get(`/centres/${id}/slots`, { signal }),
  /** @returns {Promise<{ booking: { id: string, slotId: string } }>} */
  book: (slotId, answers) => client.post('/bookings', { slotId, answers }),
};

export const stockApi = {
  /** @returns {Promise<{ units: Record<string, number> }>} */
  now: (signal) => client.get('/stock', { signal }),
};

export const track = (name, more) => {
  client.post('/events', { name, ...more }).catch(() => {});
};
