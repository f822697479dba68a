import * as data from "./data.mjs";

let taken = 7;

const ok = (body) => ({ status: 200, body });
const missing = { status: 404, body: { error: "not_found" } };

function occupancy() {
  taken = 6 + ((taken + 1) % 4);
  return ok({ taken, beds: 12 });
}

function one(list, id) {
  const found = list.find((each) => each.id === id);
  return found ? ok(found) : missing;
}

function book({ roomId, from, to, guests }) {
  const room = data.rooms.find(({ id }) => id === roomId);
  if (!room || room.status === "occupied") return { status: 409, body: { error: "room_taken" } };
  const booking = { reference: `HH-${data.bookings.length + 101}`, room: room.name, from, to, guests };
  data.bookings.push(booking);
  return { status: 201, body: { booking } };
}

export const routes = [
  ["GET", /^\/api\/settings$/, () => ok(data.settings)],
  ["GET", /^\/api\/rooms$/, () => ok({ rooms: data.rooms })],
  ["GET", /^\/api\/guests$/, () => ok({ guests: data.guests.map(({ id, name }) => ({ id, name })) })],
  ["GET", /^\/api\/guests\/(\w+)$/, ([id]) => one(data.guests, id)],
  ["GET", /^\/api\/guests\/(\w+)\/notes$/, ([id]) => (data.notes[id] ? ok(data.notes[id]) : missing)],
  ["GET", /^\/api\/arrivals$/, () => ok({ day: "2026-11-27", arrivals: data.arrivals })],
  ["GET", /^\/api\/invoices$/, () => ok({ invoices: data.invoices.map(({ id, guest }) => ({ id, guest })) })],
  ["GET", /^\/api\/invoices\/(\w+)$/, ([id]) => one(data.invoices, id)],
  ["GET", /^\/api\/occupancy$/, occupancy],
  ["POST", /^\/api\/bookings$/, (_, body) => book(body)],
  ["POST", /^\/api\/events$/, () => ({ status: 202, body: {} })],
];
