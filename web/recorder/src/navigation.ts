import type { Action } from '@suture/wire/capture';
import { apply, intercept, now, quietly } from './natives';
import type { Ring } from './ring';

/** Notes where the page went, the way it came in included. */
export function recordNavigation(ring: Ring<Action>): () => void {
  let last = '';
  const note = (at = now()) => {
    const { href } = location;
    if (href === last) return;
    last = href;
    ring.push({ at, kind: 'navigate', url: href }, at, 200 + 2 * href.length);
  };
  const onChange = () => quietly(() => note());
  note(Math.round(performance.timeOrigin));
  const undo = (['pushState', 'replaceState'] as const).map((name) =>
    intercept(History.prototype, name, (target, self, args) => {
      const result = apply(target, self, args);
      onChange();
      return result;
    }),
  );
  window.addEventListener('popstate', onChange, true);
  window.addEventListener('hashchange', onChange, true);
  return () => {
    for (const restore of undo) restore();
    window.removeEventListener('popstate', onChange, true);
    window.removeEventListener('hashchange', onChange, true);
  };
}
