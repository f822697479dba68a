import { absolute, type Exchange, isReporting, newExchange, weight } from './exchange';
import { keepRequestBody } from './fetch';
import { apply, callSite, intercept, quietly } from './natives';
import type { Ring } from './ring';

export function recordBeacon(ring: Ring<Exchange>): () => void {
  if (typeof navigator.sendBeacon !== 'function') return () => {};
  return intercept(Navigator.prototype, 'sendBeacon', function trap(target, self, args) {
    const queued = apply(target, self, args);
    quietly(() => {
      const url = absolute(String(args[0]));
      if (isReporting(url)) return;
      const exchange = newExchange('beacon', 'POST', url, callSite(trap));
      exchange.error = queued
        ? 'a beacon shows its answer to nobody'
        : 'the browser refused to queue the beacon';
      exchange.endedAfter = 0;
      ring.push(exchange, exchange.at, weight(exchange));
      keepRequestBody(ring, exchange, args[1], '');
    });
    return queued;
  });
}
