import type {
  Activity,
  ActivityPage,
  EventsBeside,
  IssueEventPage,
  IssueReleases,
  IssueTags,
  IssueUsers,
  SuggestedOwners,
} from '@suture/wire/api';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, post } from './client';

const refreshEvery = 10_000;

/** The log of an issue, newest first. */
export function useActivity(issue: string) {
  return useInfiniteQuery({
    queryKey: ['activity', issue],
    queryFn: ({ pageParam, signal }) =>
      get<ActivityPage>(apiPath(['issues', issue, 'activity'], { before: pageParam }), signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    refetchInterval: refreshEvery,
  });
}

export function useComment(issue: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) => post<Activity>(apiPath(['issues', issue, 'comments']), { text }),
    onSettled: () => client.invalidateQueries({ queryKey: ['activity', issue] }),
  });
}

/** The kept events of an issue, newest first. */
export function useIssueEvents(issue: string) {
  return useInfiniteQuery({
    queryKey: ['issue', issue, 'events'],
    queryFn: ({ pageParam, signal }) =>
      get<IssueEventPage>(apiPath(['issues', issue, 'events'], { before: pageParam }), signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    refetchInterval: refreshEvery,
  });
}

/** What lies beside an event of an issue. */
export function useBeside(issue: string, event: string) {
  return useQuery({
    queryKey: ['issue', issue, 'beside', event],
    queryFn: ({ signal }) =>
      get<EventsBeside>(apiPath(['issues', issue, 'events', event, 'beside']), signal),
    refetchInterval: refreshEvery,
  });
}

/** One of the answers about how the events of an issue spread. */
function useSpread<T>(issue: string, over: 'tags' | 'users' | 'releases') {
  return useQuery({
    queryKey: ['issue', issue, over],
    queryFn: ({ signal }) => get<T>(apiPath(['issues', issue, over]), signal),
    refetchInterval: refreshEvery,
  });
}

export const useIssueTags = (issue: string) => useSpread<IssueTags>(issue, 'tags');
export const useIssueUsers = (issue: string) => useSpread<IssueUsers>(issue, 'users');
export const useIssueReleases = (issue: string) => useSpread<IssueReleases>(issue, 'releases');

/** Whom the issue should be given to; the repository is read for it, so it is asked once. */
export function useOwners(issue: string) {
  return useQuery({
    queryKey: ['owners', issue],
    queryFn: ({ signal }) => get<SuggestedOwners>(apiPath(['issues', issue, 'owners']), signal),
    staleTime: 60_000,
    select: (answer) => answer.owners,
  });
}
