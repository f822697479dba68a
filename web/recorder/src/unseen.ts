import { type Coverage, noted } from './coverage';
import { define } from './natives';

const LOST = {
  WebSocket: 'their messages were not recorded',
  EventSource: 'their events were not recorded',
  Worker: 'their requests, console and errors were not recorded',
  SharedWorker: 'their requests, console and errors were not recorded',
} as const;

type Name = keyof typeof LOST;
type Constructor = new (...args: unknown[]) => object;

/** Counts what the recorder cannot look into, so that a capture can say so. */
export class Unseen {
  readonly #made = new Map<Name, number>();

  watch(): () => void {
    const scope = window as unknown as Record<Name, Constructor | undefined>;
    const undo = (Object.keys(LOST) as Name[]).map((name) => {
      const original = scope[name];
      if (typeof original !== 'function') return () => {};
      const proxy: Constructor = new Proxy(original, {
        construct: (target, args, as): object => {
          this.#made.set(name, (this.#made.get(name) ?? 0) + 1);
          return Reflect.construct(target, args, as === proxy ? target : as) as object;
        },
      });
      replace(scope, name, original, proxy);
      return () => {
        if (scope[name] === proxy) replace(scope, name, proxy, original);
      };
    });
    return () => {
      for (const restore of undo) restore();
    };
  }

  note(coverage: Coverage): void {
    for (const [name, count] of this.#made) noted(coverage, `${count} × ${name}: ${LOST[name]}.`);
    const canvases = document.getElementsByTagName('canvas').length;
    if (canvases > 0) noted(coverage, `${canvases} × canvas: what it draws is not in the replay.`);
  }
}

/** Puts one constructor in the other's place; what it made still knows its constructor. */
function replace(
  scope: Record<Name, Constructor | undefined>,
  name: Name,
  from: Constructor,
  to: Constructor,
): void {
  define(scope, name, { value: to, configurable: true, enumerable: false, writable: true });
  define(from.prototype, 'constructor', {
    value: to,
    configurable: true,
    enumerable: false,
    writable: true,
  });
}
