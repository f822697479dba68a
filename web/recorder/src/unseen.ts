import { put } from './channels';
import { type Coverage, noted } from './coverage';

const NAMES = ['Worker', 'SharedWorker'] as const;

type Name = (typeof NAMES)[number];
type Constructor = new (...args: unknown[]) => EventTarget;

/** Counts what the recorder cannot look into, so that a capture can say so. */
export class Unseen {
  readonly #made = new Map<Name, number>();

  watch(): () => void {
    const scope = window as unknown as Record<Name, Constructor | undefined>;
    const undo = NAMES.map((name) => {
      const original = scope[name];
      if (typeof original !== 'function') return () => {};
      const proxy: Constructor = new Proxy(original, {
        construct: (target, args, as): object => {
          this.#made.set(name, (this.#made.get(name) ?? 0) + 1);
          return Reflect.construct(target, args, as === proxy ? target : as) as object;
        },
      });
      put(scope, name, original, proxy);
      return () => {
        if (scope[name] === proxy) put(scope, name, proxy, original);
      };
    });
    return () => {
      for (const restore of undo) restore();
    };
  }

  note(coverage: Coverage): void {
    for (const [name, count] of this.#made) {
      noted(coverage, `${count} × ${name}: their requests, console and errors were not recorded.`);
    }
    const canvases = document.getElementsByTagName('canvas').length;
    if (canvases > 0) noted(coverage, `${canvases} × canvas: what it draws is not in the replay.`);
  }
}
