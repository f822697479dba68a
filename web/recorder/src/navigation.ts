import type { Action } from '@suture/wire/capture';
import { apply, intercept, now, quietly } from './natives';
import type { Ring } from './ring';

type How = NonNullable<Action['how']>;

/** Notes where the page went, the way it came in included. */
export function recordNavigation(ring: Ring<Action>): () => void {
  let last = '';
  const note = (how: How, at = now()) => {
    const { href } = location;
    if (href === last) return;
    last = href;
    ring.push({ at, kind: 'navigate', url: href, how }, at, 200 + 2 * href.length);
  };
  const onPop = () => quietly(() => note('pop'));
  const onHash = () => quietly(() => note('hash'));
  note(howLoaded(), Math.round(performance.timeOrigin));
  const undo = (['push', 'replace'] as const).map((how) =>
    intercept(History.prototype, `${how}State`, (target, self, args) => {
      const result = apply(target, self, args);
      quietly(() => note(how));
      return result;
    }),
  );
  window.addEventListener('popstate', onPop, true);
  window.addEventListener('hashchange', onHash, true);
  return () => {
    for (const restore of undo) restore();
    window.removeEventListener('popstate', onPop, true);
    window.removeEventListener('hashchange', onHash, true);
  };
}

function howLoaded(): How {
  const [entry] = performance.getEntriesByType?.('navigation') ?? [];
  const { type } = (entry ?? {}) as Partial<PerformanceNavigationTiming>;
  if (type === 'reload') return 'reload';
  return type === 'back_forward' ? 'back' : 'load';
}
