import { bookings, details, me, occupancy, people, rooms, slots } from './data.mjs';

let inHouse = 41;

function dayAfter(date, days) {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + days);
  return next.toISOString().slice(0, 10);
}

function week(from) {
  const days = [0, 1, 2, 3, 4].map((offset) => {
    const date = dayAfter(from, offset);
    return { date, bookings: bookings.filter((booking) => booking.date === date) };
  });
  return { from, days };
}

function roomList() {
  return rooms.map(({ id, name, level, wing, seats, equipment }) => ({
    id,
    name,
    floor: { level, wing },
    seats,
    equipment,
  }));
}

function search(text) {
  const wanted = text.toLowerCase();
  return people.filter(({ name }) => name.toLowerCase().includes(wanted));
}

function book({ roomId, date, slot, title, attendees }) {
  const room = rooms.find(({ id }) => id === roomId);
  if (!room) return [422, { error: 'unknown_room' }];
  const booking = { id: `b${bookings.length + 1}`, title, roomId, date, ...slot, organizer: { name: me.name } };
  bookings.push(booking);
  details[booking.id] = { attendees: attendees.map((name) => ({ name, answer: 'none' })), catering: null };
  return [201, { booking: { ...booking, room: { name: room.name } } }];
}

export function handle(method, url, body) {
  const [, , resource, id, sub] = url.pathname.split('/');
  const query = url.searchParams;
  if (method === 'GET' && resource === 'me') return [200, me];
  if (method === 'GET' && resource === 'rooms' && sub === 'slots') return [200, { slots: slots[id] ?? [] }];
  if (method === 'GET' && resource === 'rooms') return [200, roomList()];
  if (method === 'GET' && resource === 'bookings' && id) {
    const booking = bookings.find((each) => each.id === id);
    return booking ? [200, { ...booking, ...details[id] }] : [404, { error: 'no_booking' }];
  }
  if (method === 'GET' && resource === 'bookings') return [200, week(query.get('from'))];
  if (method === 'POST' && resource === 'bookings') return book(body);
  if (method === 'GET' && resource === 'people') return [200, { people: search(query.get('q') ?? '') }];
  if (method === 'GET' && resource === 'occupancy') return [200, occupancy];
  if (method === 'GET' && resource === 'presence') return [200, { inHouse: (inHouse = 40 + ((inHouse + 3) % 9)) }];
  return [404, { error: 'not_found' }];
}
