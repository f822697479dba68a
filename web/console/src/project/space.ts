/** What space is given out in. */
export const units = [
  { name: 'MiB', bytes: 2 ** 20 },
  { name: 'GiB', bytes: 2 ** 30 },
  { name: 'TiB', bytes: 2 ** 40 },
] as const;

const [smallest] = units;

/** The amount as one types it, in the largest unit of which it is a whole. */
export function inUnit(bytes: number): { amount: string; unit: string } {
  const fitting =
    units.findLast((unit) => bytes >= unit.bytes && (bytes * 1000) % unit.bytes === 0) ?? smallest;
  return { amount: String(bytes / fitting.bytes), unit: fitting.name };
}

/** A length in the units that space is given out in: `1.3 MiB`. */
export function binarySize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const unit = units.findLast((each) => bytes >= each.bytes) ?? { name: 'KiB', bytes: 1024 };
  const value = bytes / unit.bytes;
  return `${value >= 100 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)} ${unit.name}`;
}
