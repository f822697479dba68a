import type { LineStatus } from '@suture/wire/api';

type Tone = 'good' | 'warning' | 'danger' | 'neutral';

/** What is said of a line in one or two words, and how it looks. */
export const presenceWords: Record<LineStatus['presence'], readonly [text: string, tone: Tone]> = {
  merged: ['merged', 'good'],
  cherryPicked: ['cherry-picked', 'good'],
  partial: ['partial', 'warning'],
  missing: ['missing', 'danger'],
  nothingToShip: ['nothing yet', 'neutral'],
  notAffected: ['not affected', 'good'],
  waived: ['waived', 'neutral'],
  cannotTell: ['cannot tell', 'warning'],
};

export function lacks(line: LineStatus): boolean {
  return line.presence === 'missing' || line.presence === 'partial';
}
