import { get, toPairs } from 'lodash-es';
import type { BookingValues } from './BookingForm';

type Field = keyof BookingValues;

/** What the server says of single fields, where it refused what was sent. */
export function fieldErrorsOf(error: unknown): [Field, string][] {
  const errors = get(error, 'data.errors', {}) as Partial<Record<Field, string[]>>;
  const pairs = toPairs(errors) as [Field, string[]][];
  return pairs.length > 0 ? pairs.map(([field, [first]]) => [field, first]) : [['renter', 'The server did not take it']];
}
