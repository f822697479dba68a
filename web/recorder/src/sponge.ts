const ROUNDS = 8;

/**
 * A keyed sponge on the permutation of Chaskey (Mouha et al., SAC 2014): what it gives depends on the
 * key and on all that it took in. The browser's own HMAC would answer only later, by a promise.
 */
export class Sponge {
  readonly #state: Int32Array;

  constructor(key: Uint32Array) {
    this.#state = new Int32Array(key.slice(0, 4));
    this.#permute();
  }

  absorb(code: number): void {
    this.#state[0] = (this.#state[0] ?? 0) ^ code;
    this.#permute();
  }

  /** A number from 0 to below a limit; the state moves on. */
  below(limit: number): number {
    const [, a = 0, , b = 0] = this.#state;
    this.#permute();
    return ((a ^ b) >>> 0) % limit;
  }

  #permute(): void {
    let [a = 0, b = 0, c = 0, d = 0] = this.#state;
    for (let round = 0; round < ROUNDS; round++) {
      a = (a + b) | 0;
      b = turned(b, 5) ^ a;
      a = turned(a, 16);
      c = (c + d) | 0;
      d = turned(d, 8) ^ c;
      a = (a + d) | 0;
      d = turned(d, 13) ^ a;
      c = (c + b) | 0;
      b = turned(b, 7) ^ c;
      c = turned(c, 16);
    }
    this.#state.set([a, b, c, d]);
  }
}

function turned(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
