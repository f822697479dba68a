export interface Limits {
  /** How long an entry is kept at least, as far as the other limits allow. */
  readonly age: number;
  readonly entries: number;
  readonly bytes: number;
}

interface Slot<T> {
  readonly at: number;
  bytes: number;
  readonly value: T;
}

/** The last entries of one kind, bounded by age, count and size; the oldest go first. */
export class Ring<T> {
  /** Entries that a limit pushed out while they were still young enough to be kept. */
  dropped = 0;
  #slots: Slot<T>[] = [];
  #first = 0;
  #bytes = 0;

  constructor(readonly limits: Limits) {}

  get bytes(): number {
    return this.#bytes;
  }

  get length(): number {
    return this.#slots.length - this.#first;
  }

  get last(): T | undefined {
    return this.length > 0 ? this.#slots[this.#slots.length - 1]?.value : undefined;
  }

  push(value: T, at: number, bytes: number): void {
    this.#slots.push({ at, bytes, value });
    this.#bytes += bytes;
    this.#trim(at);
  }

  /** A body that arrived later makes its entry heavier. */
  grow(value: T, bytes: number): void {
    for (let i = this.#slots.length - 1; i >= this.#first; i--) {
      const slot = this.#slots[i];
      if (slot?.value !== value) continue;
      slot.bytes += bytes;
      this.#bytes += bytes;
      this.#trim(slot.at);
      return;
    }
  }

  since(from: number): T[] {
    const values: T[] = [];
    for (let i = this.#first; i < this.#slots.length; i++) {
      const slot = this.#slots[i];
      if (slot && slot.at >= from) values.push(slot.value);
    }
    return values;
  }

  clear(): void {
    this.#slots = [];
    this.#first = 0;
    this.#bytes = 0;
  }

  #trim(now: number): void {
    const { age, entries, bytes } = this.limits;
    while (this.length > 1) {
      const oldest = this.#slots[this.#first] as Slot<T>;
      const old = oldest.at < now - age;
      if (!old && this.length <= entries && this.#bytes <= bytes) break;
      if (!old) this.dropped++;
      this.#bytes -= oldest.bytes;
      this.#first++;
    }
    // Moving the array on every push would cost more than the entries do.
    if (this.#first > 256 && this.#first * 2 > this.#slots.length) {
      this.#slots = this.#slots.slice(this.#first);
      this.#first = 0;
    }
  }
}
