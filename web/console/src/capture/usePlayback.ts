import { useSyncExternalStore } from 'react';
import type { Moment, Playback } from './playback';

/**
 * One value of the clock; the component is drawn again only when that value changes.
 *
 * @param pick makes a primitive of the moment
 */
export function useMoment<T extends number | boolean>(
  playback: Playback,
  pick: (moment: Moment) => T,
): T {
  return useSyncExternalStore(playback.subscribe, () => pick(playback.read()));
}
