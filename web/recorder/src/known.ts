const MAX_VALUES = 300;
const MAX_WHOLE = 2000;
/** Shorter ones stand in half of all words, and digits in half of all numbers. */
const MIN_LENGTH = 4;
const MIN_DIGITS = 6;
const EDGE = '[\\p{L}\\p{N}]';

/** Values that are known to be secret, to find them wherever else they stand. */
export class Known {
  readonly #whole = new Set<string>();
  readonly #anywhere = new Set<string>();
  #pattern: RegExp | undefined;

  /** Known where it stands alone; in a longer text it may be the beginning of a common word. */
  addWhole(value: string): void {
    const text = value.trim().toLowerCase();
    if (text !== '' && this.#whole.size < MAX_WHOLE) this.#whole.add(text);
  }

  add(value: string): void {
    this.addWhole(value);
    const text = value.trim().toLowerCase();
    const long = text.length >= (/^[\d\s.,-]+$/.test(text) ? MIN_DIGITS : MIN_LENGTH);
    if (!long || text.length > 500 || this.#anywhere.size >= MAX_VALUES) return;
    if (this.#anywhere.has(text)) return;
    this.#anywhere.add(text);
    this.#pattern = undefined;
  }

  addAll(other: Known): void {
    for (const value of other.#whole) this.addWhole(value);
    for (const value of other.#anywhere) this.add(value);
  }

  /** Whether a value that stands alone is one of them. */
  has(value: string): boolean {
    return this.#whole.size > 0 && this.#whole.has(value.trim().toLowerCase());
  }

  replaceIn(text: string, replace: (value: string) => string): string {
    if (this.#anywhere.size === 0 || text.length < MIN_LENGTH) return text;
    this.#pattern ??= patternOf([...this.#anywhere]);
    return text.replace(this.#pattern, replace);
  }
}

function patternOf(values: string[]): RegExp {
  const longestFirst = values.sort((one, other) => other.length - one.length);
  const alternatives = longestFirst.map((value) => value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<!${EDGE})(?:${alternatives.join('|')})(?!${EDGE})`, 'giu');
}
