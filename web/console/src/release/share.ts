/**
 * A share as per cent. Near the whole a decimal more is shown, and what is not the whole never
 * reads as if it were.
 */
export function percent(share: number | undefined): string {
  if (share === undefined) return '–';
  const value = share * 100;
  if (value === 100 || value === 0) return `${value} %`;
  if (value > 99) return `${Math.min(value, 99.99).toFixed(2)} %`;
  return `${Math.max(value, 0.1).toFixed(1)} %`;
}

/** A change of a share in points: `+0.3`; nothing where it is too small to be told. */
export function points(change: number | undefined): string | undefined {
  if (change === undefined || Math.abs(change) < 0.0005) return undefined;
  const value = change * 100;
  return `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(Math.abs(value) < 1 ? 2 : 1)}`;
}

export type Tone = 'good' | 'warning' | 'danger' | 'neutral';

/** How a share of crash-free sessions is to be taken. */
export function toneOf(share: number | undefined): Tone {
  if (share === undefined) return 'neutral';
  if (share >= 0.995) return 'good';
  return share >= 0.98 ? 'warning' : 'danger';
}
