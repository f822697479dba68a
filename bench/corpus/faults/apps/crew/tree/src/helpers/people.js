import { compact, get, minBy } from 'lodash-es';
import { yearOf } from './days';

export const fullName = (person) => compact([person?.name?.first, person?.name?.last]).join(' ') || 'somebody';

export const reach = (person) => get(person, 'contact.phone') ?? get(person, 'contact.email') ?? 'not to be reached';

/** Since which year somebody is trained. */
export function trainedSince({ badges = [] }) {
  const oldest = minBy(badges, ({ since }) => yearOf(since));
  return oldest ? yearOf(oldest.since) : undefined;
}
