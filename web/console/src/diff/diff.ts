import type { DiffPiece, DiffScope, NarrowingView } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, post } from '../api/client';
import { plural } from '../ui/number';

/** How far the change reaches; asked anew when the branch has another head. */
export function useScope(hotfix: string, head: string) {
  return useQuery({
    queryKey: ['diffScope', hotfix, head],
    queryFn: ({ signal }) => get<DiffScope>(apiPath(['hotfixes', hotfix, 'scope']), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useNarrowing(hotfix: string) {
  return useQuery({
    queryKey: ['narrowing', hotfix],
    queryFn: ({ signal }) => get<NarrowingView>(apiPath(['hotfixes', hotfix, 'smallest']), signal),
    refetchInterval: ({ state }) => (state.data?.narrowing?.state === 'running' ? 2_000 : 30_000),
  });
}

/** Searches for the smallest diff, or makes a branch of what was found. */
export function useNarrowingStep(hotfix: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: 'search' | 'branch') =>
      post<NarrowingView>(
        apiPath(['hotfixes', hotfix, 'smallest', ...(step === 'branch' ? ['branch'] : [])]),
        {},
      ),
    onSuccess: (view) => client.setQueryData(['narrowing', hotfix], view),
  });
}

/** What the search found, in one sentence: `3 of 5 hunks are needed; these two are not.` */
export function foundText(pieces: readonly DiffPiece[]): string {
  const tried = pieces.filter((piece) => piece.verdict !== 'apart');
  const idle = tried.filter((piece) => piece.verdict === 'notNeeded').length;
  const partly = tried.filter((piece) => piece.idle.length > 0).length;
  const needed = tried.length - idle;
  if (idle === 0 && partly === 0)
    return `Nothing can be left out: ${tried.length === 1 ? 'the one hunk of code is' : `all ${tried.length} hunks of code are`} needed.`;
  const hunks = `${needed} of ${plural(tried.length, 'hunk')} of code ${needed === 1 ? 'is' : 'are'} needed`;
  const rest = idle > 0 ? `; ${idle} ${idle === 1 ? 'is' : 'are'} not` : '';
  const lines = partly > 0 ? `; lines of ${plural(partly, 'hunk')} can be left out` : '';
  return `${hunks}${rest}${lines}.`;
}
