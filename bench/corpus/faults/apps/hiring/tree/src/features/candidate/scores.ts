import type { Scorecard } from '../../api/types';

export interface ScoreSummary {
  average: number | null;
  latest: string;
}

export function averageOf(card: Scorecard): number {
  const values = Object.values(card.scores);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function summarize(cards: Scorecard[]): ScoreSummary {
  if (cards.length === 0) return { average: null, latest: 'nobody yet' };
  const sorted = [...cards].sort((a, b) => b.submittedAt.localeCompare(a.submittedAt));
  const average = cards.map(averageOf).reduce((sum, value) => sum + value, 0) / cards.length;
  return { average, latest: sorted[0].interviewer.name };
}
