import type { ProofView, ReproVerdict } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, post } from '../api/client';
import { plural } from '../ui/number';

const whileRunning = 1_000;
const refreshEvery = 30_000;

export function useProof(hotfix: string) {
  return useQuery({
    queryKey: ['proof', hotfix],
    queryFn: ({ signal }) => get<ProofView>(apiPath(['hotfixes', hotfix, 'proof']), signal),
    refetchInterval: ({ state }) => (state.data?.running ? whileRunning : refreshEvery),
  });
}

export function useProve(hotfix: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post<ProofView>(apiPath(['hotfixes', hotfix, 'proof']), {}),
    onSuccess: (view) => client.setQueryData(['proof', hotfix], view),
  });
}

export function proofWord(view: ProofView): { word: string; tone: string } {
  if (view.running) return { word: 'running', tone: 'neutral' };
  if (view.proven) return { word: 'proven', tone: 'good' };
  if (view.standing === 'disproven') return { word: 'not mended', tone: 'danger' };
  return { word: 'no proof', tone: 'neutral' };
}

export function verdictText(verdict: ReproVerdict): string {
  const runs = verdict.runs ?? 0;
  switch (verdict.is) {
    case 'reproduced':
      return `Reproduced in ${runs} of ${plural(runs, 'run')}`;
    case 'notReproduced':
      return `Not reproduced in ${plural(runs, 'run')}`;
    case 'flaky':
      return `Flaky: in ${verdict.failed ?? 0} of ${plural(runs, 'run')}`;
    case 'cannotTell':
      return verdict.why ?? 'It could not be told.';
  }
}
