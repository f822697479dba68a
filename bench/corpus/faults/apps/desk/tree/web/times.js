import { ask, on, show } from './ajax.js';

const shown = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });

export function wireTimes() {
  on('#pickup', 'click', () =>
    ask('/pickup', { fallback: { slots: [] } }).then(({ slots }) => {
      const free = (slots ?? []).filter((slot) => slot.free);
      if (free.length === 0) return show('no time is free');
      const [{ at, place }] = free;
      const when = new Date(at);
      const day = Number.isNaN(when.getTime()) ? 'some day' : shown.format(when);
      return show(`${day} at ${place?.name ?? 'the desk'}`);
    }),
  );

  on('#stamp', 'click', () => {
    const ticket = document.querySelector('#ticket');
    if (ticket) ticket.append(' stamped');
    show('stamped');
  });
}
