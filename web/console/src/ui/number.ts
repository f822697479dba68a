const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en');

/** A count in at most five characters: `812`, `12.4K`. */
export const shortCount = (count: number): string => compact.format(count);

export const fullCount = (count: number): string => whole.format(count);

export const noun = (count: number, word: string): string => (count === 1 ? word : `${word}s`);

export const plural = (count: number, word: string): string =>
  `${whole.format(count)} ${noun(count, word)}`;

const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** A length in bytes with one decimal at most. */
export function byteSize(bytes: number): string {
  if (bytes < 0 || Number.isNaN(bytes)) return 'unknown';
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** A duration as a person reads it: `84 ms`, `1.2 s`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`;
}
