import type { Hotfix, LineStatus } from '@suture/wire/api';
import { elapsed } from '../ui/time';

type Tone = 'good' | 'warning' | 'danger' | 'neutral';

/** What is said of a line in one or two words, and how it looks. */
export const presenceWords: Record<LineStatus['presence'], readonly [text: string, tone: Tone]> = {
  merged: ['merged', 'good'],
  cherryPicked: ['cherry-picked', 'good'],
  alike: ['likely there', 'warning'],
  partial: ['partial', 'warning'],
  missing: ['missing', 'danger'],
  reverted: ['taken back', 'danger'],
  superseded: ['written anew', 'neutral'],
  nothingToShip: ['nothing yet', 'neutral'],
  notAffected: ['not affected', 'good'],
  waived: ['waived', 'neutral'],
  cannotTell: ['cannot tell', 'warning'],
};

export function lacks(line: LineStatus): boolean {
  return line.presence === 'missing' || line.presence === 'partial' || line.presence === 'reverted';
}

/** Whether a line can have the fix before it is shipped: all but those that the ship itself reaches. */
export function goesAlong(hotfix: Hotfix, line: LineStatus): boolean {
  return hotfix.state === 'open' && hotfix.commits.length > 0 && line.line !== 'production';
}

/** Whether only the reproduction, or a person, can say that the line has the fix. */
export function asksForAProof(line: LineStatus): boolean {
  return line.presence === 'alike' || line.presence === 'superseded';
}

/** For how long something has been so: `for 3 d 4 h`. */
export function lasting(since: string, now: number): string {
  const stretch = now - Date.parse(since);
  return stretch < 60_000 ? 'since just now' : `for ${elapsed(stretch)}`;
}

/** A hotfix on a line, as the board's address names it. */
export const place = (hotfix: string, line: string): string => `${hotfix}~${line}`;
