const form = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

export function when(iso: string | null | undefined): string {
  const date = new Date(iso ?? '');
  return Number.isNaN(date.getTime()) ? 'not yet' : form.format(date);
}

export const euros = (cents: number) => `${(cents / 100).toFixed(2)} €`;
