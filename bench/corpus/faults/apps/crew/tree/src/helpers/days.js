export const DAYS = { fri: 'Friday', sat: 'Saturday', sun: 'Sunday', mon: 'Monday' };

const form = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A day as people write it, or 'some day' where it is none. */
export function written(iso) {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? 'some day' : form.format(date);
}

export function yearOf(iso) {
  return Number(String(iso).slice(0, 4));
}

export function span(starts, hours) {
  const [hour, minute] = starts.split(':').map(Number);
  const end = (hour + hours) % 24;
  return `${starts} to ${String(end).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
