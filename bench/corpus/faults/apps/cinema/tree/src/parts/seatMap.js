import { escape } from '../lib/dom.js';

const seatButton = (row, { no, state }, chosen) => {
  const name = `${row.label}${no}`;
  const disabled = state === 'free' ? '' : 'disabled';
  return `<button type="button" class="seat" data-seat="${name}" aria-label="Seat ${name}"
    aria-pressed="${chosen.some((seat) => seat.name === name)}" ${disabled}>${no}</button>`;
};

export const seatMap = (rows, chosen) =>
  rows
    .map((row) => `<div>${escape(row.label)} ${row.seats.map((seat) => seatButton(row, seat, chosen)).join('')}</div>`)
    .join('');

export function findSeat(rows, name) {
  const row = rows.find(({ label }) => name.startsWith(label));
  return row?.seats.find(({ no }) => `${row.label}${no}` === name);
}

/** The first free seats of a row that are side by side. */
export function adjacentSeats(rows, count) {
  for (const { label, seats } of rows) {
    for (let start = 0; start + count <= seats.length; start++) {
      const group = seats.slice(start, start + count);
      if (group.every(({ state }) => state === 'free')) return group.map((seat) => ({ label, seat }));
    }
  }
  return null;
}
