import type { Genre } from './queries/programmes';

interface Look {
  label: string;
  colour: string;
}

const LOOKS: Record<Genre, Look> = {
  JAZZ: { label: 'Jazz', colour: 'navy' },
  FOLK: { label: 'Folk', colour: 'seagreen' },
  NEWS: { label: 'News', colour: 'firebrick' },
  DRAMA: { label: 'Drama', colour: 'indigo' },
};

export function lookOf(genre: Genre): Look {
  return LOOKS[genre] ?? { label: 'Other', colour: 'gray' };
}
