import type { Activity, ActivityPage } from '@suture/wire/api';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, post } from './client';

/** The log of an issue, newest first. */
export function useActivity(issue: string) {
  return useInfiniteQuery({
    queryKey: ['activity', issue],
    queryFn: ({ pageParam, signal }) =>
      get<ActivityPage>(apiPath(['issues', issue, 'activity'], { before: pageParam }), signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    refetchInterval: 10_000,
  });
}

export function useComment(issue: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) => post<Activity>(apiPath(['issues', issue, 'comments']), { text }),
    onSettled: () => client.invalidateQueries({ queryKey: ['activity', issue] }),
  });
}
