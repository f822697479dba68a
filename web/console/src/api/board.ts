import type { Backport, Backports, Hotfix } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, post } from './client';

/** The newest attempt to bring each fix of a project to each line. */
export function useBackports(project: string | undefined) {
  return useQuery({
    queryKey: ['backports', project],
    queryFn: ({ signal }) =>
      get<Backports>(apiPath(['projects', project ?? '', 'backports']), signal),
    enabled: project !== undefined,
    refetchInterval: 10_000,
    select: (answer): readonly Backport[] => answer.backports,
  });
}

export function useBackport(hotfix: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (line: string) =>
      post<Backports>(apiPath(['hotfixes', hotfix, 'backport']), { line }),
    onSettled: () => client.invalidateQueries({ queryKey: ['backports'] }),
  });
}

/** Lets a line off by name, or takes that back. */
export function useExemption(hotfix: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ line, reason }: { line: string; reason?: string }) =>
      post<Hotfix>(apiPath(['hotfixes', hotfix, reason ? 'waive' : 'owe']), { line, reason }),
    onSuccess: (changed) => client.setQueryData(['hotfix', changed.id], changed),
    onSettled: () => client.invalidateQueries({ queryKey: ['hotfixes'] }),
  });
}
