import type { ReproductionStep, ReproductionView } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, post } from '../api/client';
import { plural } from '../ui/number';

const whileRunning = 1_000;
const refreshEvery = 30_000;

export function isRunning(view: ReproductionView): boolean {
  return view.running || view.minimal?.state === 'running';
}

export function useReproduction(issue: string) {
  return useQuery({
    queryKey: ['reproduction', issue],
    queryFn: ({ signal }) =>
      get<ReproductionView>(apiPath(['issues', issue, 'reproduction']), signal),
    refetchInterval: ({ state }) =>
      state.data && isRunning(state.data) ? whileRunning : refreshEvery,
  });
}

/** Runs it at the commit that is live, or searches for its shortest part. */
export function useReproductionStep(issue: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: 'run' | 'minimise') =>
      post<ReproductionView>(
        apiPath(['issues', issue, 'reproduction', ...(step === 'minimise' ? ['minimal'] : [])]),
        {},
      ),
    onSuccess: (view) => client.setQueryData(['reproduction', issue], view),
  });
}

/** What is known of the shortest part, in one sentence. */
export function minimalText({ minimal, steps }: ReproductionView): string {
  if (!minimal) return 'Nobody has looked yet which of the steps the failure needs.';
  if (minimal.problem) return minimal.problem;
  if (minimal.state === 'running') return `${plural(minimal.runs, 'run')} so far…`;
  const needed = `${minimal.steps.length} of ${plural(steps.length, 'step')} ${minimal.steps.length === 1 ? 'is' : 'are'} needed`;
  return minimal.whole
    ? `${needed}.`
    : `${needed}; the search ran out of time, more may be left out.`;
}

export function stepText({ kind, on, value }: ReproductionStep): string {
  return [kind, on, value && `“${value}”`].filter(Boolean).join(' ');
}
