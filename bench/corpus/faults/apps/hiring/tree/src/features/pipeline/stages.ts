import type { CandidateSummary, Stage } from '../../api/types';

export const STAGE_LABELS: Record<Stage, string> = {
  applied: 'Applied',
  screen: 'Phone screen',
  onsite: 'On site',
  offer: 'Offer',
  hired: 'Hired',
};

export const BOARD_STAGES: Stage[] = ['applied', 'screen', 'onsite', 'offer'];

export type SortBy = 'name' | 'rating' | 'applied';

const COMPARATORS: Record<SortBy, (a: CandidateSummary, b: CandidateSummary) => number> = {
  name: (a, b) => a.name.localeCompare(b.name),
  rating: (a, b) => (b.rating ?? 0) - (a.rating ?? 0),
  applied: (a, b) => b.appliedAt.localeCompare(a.appliedAt),
};

export function sortCandidates(candidates: CandidateSummary[], by: SortBy): CandidateSummary[] {
  return [...candidates].sort(COMPARATORS[by] ?? COMPARATORS.name);
}

export function byStage(candidates: CandidateSummary[]): Map<Stage, CandidateSummary[]> {
  const map = new Map<Stage, CandidateSummary[]>(BOARD_STAGES.map((stage) => [stage, []]));
  for (const candidate of candidates) map.get(candidate.stage)?.push(candidate);
  return map;
}
