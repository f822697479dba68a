const format = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });

export function formatMoney(cents: number): string {
  if (!Number.isFinite(cents)) throw new RangeError(`Not an amount of money: ${cents}`);
  return format.format(cents / 100);
}
