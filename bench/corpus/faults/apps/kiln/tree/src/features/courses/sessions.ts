import type { SessionFragment } from '../../graphql/types';

export const placesLeft = ({ wheels, booked }: SessionFragment) => Math.max(0, wheels - booked);

/** The first session in which somebody can still take part. */
export function nextSession(sessions: SessionFragment[]): SessionFragment | undefined {
  return sessions
    .filter((session) => placesLeft(session) > 0)
    .sort((one, other) => one.startsAt.localeCompare(other.startsAt))[0];
}
