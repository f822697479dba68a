const PER_PAGE = 10;
const PER_MINUTE = 3;
const MINUTE = 60_000;

/** How many captures a page may send by itself: few, each failure once, none while the server asks for rest. */
export class Allowance {
  readonly #seen = new Set<string>();
  #sent: number[] = [];
  #restUntil = 0;

  take(failure: string, now: number): boolean {
    if (now < this.#restUntil || this.#seen.has(failure) || this.#sent.length >= PER_PAGE)
      return false;
    if (this.#sent.filter((at) => at > now - MINUTE).length >= PER_MINUTE) return false;
    this.#seen.add(failure);
    this.#sent.push(now);
    return true;
  }

  rest(seconds: number, now: number): void {
    if (seconds > 0) this.#restUntil = Math.max(this.#restUntil, now + seconds * 1000);
  }

  /** Seconds until the server may be asked again. */
  wait(now: number): number {
    return Math.max(0, Math.ceil((this.#restUntil - now) / 1000));
  }
}
