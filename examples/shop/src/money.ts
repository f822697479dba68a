const euros = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' });

export function money(cents: number): string {
  return euros.format(cents / 100);
}
