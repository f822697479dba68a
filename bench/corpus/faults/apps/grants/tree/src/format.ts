const euros = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });

export function formatMoney(amount: number): string {
  return euros.format(amount);
}

/** How much of a budget is asked for, in percent. */
export function percentOf(part: number, whole: number): number {
  const percent = Math.round((part / whole) * 100);
  if (Number.isNaN(percent)) throw new RangeError(`${part} of ${whole} is no share`);
  return percent;
}
