import type { Randomness } from '@suture/wire/capture';
import { apply, intercept } from './natives';
import type { Redactor } from './redact';

const MAX_DRAWS = 5000;

type Draw = () => number;

/**
 * What the page drew by chance. Where the site asked for it, both generators are seeded, and the seed
 * tells all draws; otherwise the results are noted, as far as there is room. Random bytes are left
 * alone: keys are made of them.
 */
export class Chance {
  readonly #math: number[] = [];
  readonly #uuids: string[] = [];
  #seed: Uint32Array | undefined;
  #truncated = false;

  watch(seeded: boolean): () => void {
    if (seeded) this.#seed = crypto.getRandomValues(new Uint32Array(4));
    const math = this.#seed && sfc32(this.#seed);
    const ids = this.#seed && sfc32(this.#seed);
    const undoMath = intercept(Math, 'random', (target, self, args) => {
      const drawn = math ? math() : (apply(target, self, args) as number);
      // A game draws without end: it must not pay for being watched.
      if (!math && !this.#keep(this.#math, drawn)) undoMath();
      return drawn;
    });
    const undoIds = intercept(crypto, 'randomUUID', (target, self, args) => {
      const drawn = ids ? uuid(ids) : (apply(target, self, args) as string);
      if (!ids) this.#keep(this.#uuids, drawn);
      return drawn;
    });
    return () => {
      undoMath();
      undoIds();
    };
  }

  drawn(redactor: Redactor): Randomness {
    return {
      ...(this.#seed && { seed: [...this.#seed] as [number, number, number, number] }),
      math: [...this.#math],
      uuids: this.#uuids.map((id) => redactor.scalar(id)),
      truncated: this.#truncated,
    };
  }

  #keep<T>(list: T[], drawn: T): boolean {
    if (list.length >= MAX_DRAWS) this.#truncated = true;
    else list.push(drawn);
    return !this.#truncated;
  }
}

/** Chris Doty-Humphrey's small fast counter, from 0 to below 1. */
export function sfc32(seed: ArrayLike<number>): Draw {
  let [a = 0, b = 0, c = 0, d = 0] = Array.from(seed, (word) => word | 0);
  return () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
}

export function uuid(draw: Draw): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(draw() * 16);
    return (place === 'y' ? (digit & 3) | 8 : digit).toString(16);
  });
}
