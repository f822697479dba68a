import type {
  Capture,
  Event,
  Hotfix,
  Hotfixes,
  IssueDetail,
  Projects,
  Status,
} from '@suture/wire/api';
import {
  QueryCache,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { ApiError, apiPath, get, post } from './client';

const refreshEvery = 10_000;

export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // A session has ended: whoever is here signs in again, at the same address.
      onError: (error) => {
        if (error instanceof ApiError && error.status === 401) client.setQueryData(['me'], null);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 2_000,
        // What the server refuses it will refuse again; what did not reach it may the next time.
        retry: (failures, error) =>
          failures < 2 &&
          (!(error instanceof ApiError) || error.status === 0 || error.status >= 500),
      },
    },
  });
  return client;
}

export function useProjects() {
  return useQuery({
    queryKey: ['projects'],
    queryFn: ({ signal }) => get<Projects>(apiPath(['projects']), signal),
    refetchInterval: 30_000,
    select: (answer) => answer.projects,
  });
}

export function useStatus() {
  return useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => get<Status>(apiPath(['status']), signal),
    refetchInterval: 5_000,
  });
}

export function useIssue(id: string) {
  return useQuery({
    queryKey: ['issue', id],
    queryFn: ({ signal }) => get<IssueDetail>(apiPath(['issues', id]), signal),
    refetchInterval: refreshEvery,
  });
}

/** One event of an issue; nothing is asked for without an id. */
export function useEvent(issue: string, event: string | undefined) {
  return useQuery({
    queryKey: ['event', issue, event],
    queryFn: ({ signal }) => get<Event>(apiPath(['issues', issue, 'events', event ?? '']), signal),
    enabled: event !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

const digestPause = 1_500;
const digestTries = 40;

/** A capture by its link; while it is being digested the question is asked again, for a minute. */
export function useCapture(id: string) {
  return useQuery({
    queryKey: ['capture', id],
    queryFn: ({ signal }) => get<Capture>(apiPath(['captures', id]), signal),
    retry: (failures, error) =>
      error instanceof ApiError && error.status === 404 && failures < digestTries,
    retryDelay: digestPause,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function partPath(capture: string, name: string): string {
  return apiPath(['captures', capture, 'parts', name]);
}

/** One JSON part of a capture; parts never change. */
export function usePart<T>(capture: string, name: string, there: boolean) {
  return useQuery({
    queryKey: ['part', capture, name],
    queryFn: ({ signal }) => get<T>(partPath(capture, name), signal),
    enabled: there,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
}

export function useHotfixes() {
  return useQuery({
    queryKey: ['hotfixes'],
    queryFn: ({ signal }) => get<Hotfixes>(apiPath(['hotfixes']), signal),
    refetchInterval: refreshEvery,
    select: (answer) => answer.hotfixes,
  });
}

export function useHotfix(id: string) {
  return useQuery({
    queryKey: ['hotfix', id],
    queryFn: ({ signal }) => get<Hotfix>(apiPath(['hotfixes', id]), signal),
    refetchInterval: refreshEvery,
  });
}

export function useStartHotfix(issue: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post<Hotfix>(apiPath(['issues', issue, 'hotfix']), {}),
    onSuccess: (hotfix) => client.setQueryData(['hotfix', hotfix.id], hotfix),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['issue', issue] }),
        client.invalidateQueries({ queryKey: ['hotfixes'] }),
      ]),
  });
}

export function useCheckHotfix(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post<Hotfix>(apiPath(['hotfixes', id, 'check']), {}),
    onSuccess: (hotfix) => client.setQueryData(['hotfix', id], hotfix),
    onSettled: () => client.invalidateQueries({ queryKey: ['hotfixes'] }),
  });
}
