import { addDays, areIntervalsOverlapping, format, parseISO } from 'date-fns';

export interface Span {
  from: string;
  to: string;
}

export const formatDay = (iso: string) => format(parseISO(iso), 'd MMM yyyy');

export function lastDay(from: string, days: number): string {
  return format(addDays(parseISO(from), days - 1), 'yyyy-MM-dd');
}

export function overlaps(one: Span, other: Span): boolean {
  return areIntervalsOverlapping(
    { start: parseISO(one.from), end: parseISO(one.to) },
    { start: parseISO(other.from), end: parseISO(other.to) },
    { inclusive: true },
  );
}
