import { $ } from './dom.js';
import { signal } from './signal.js';

export const latest = signal(null);

const HANDLERS = {
  notice: ({ text }) => {
    $('#notice').textContent = text;
  },
};

/** Hears what the line sends by itself. */
export function listen() {
  const source = new EventSource('/api/updates');
  source.addEventListener('message', ({ data }) => {
    const update = JSON.parse(data);
    latest.set(update);
    HANDLERS[update.kind]?.(update);
  });
}
