const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** A day of the calendar in words. */
export function day(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? 'an unknown day' : LONG.format(date);
}

export function daysUntil(text: string, now = Date.now()): number {
  return Math.ceil((Date.parse(text) - now) / 86_400_000);
}
