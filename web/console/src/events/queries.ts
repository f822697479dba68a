import type { EventPage } from '@suture/wire/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ApiError, apiPath, get } from '../api/client';

const refreshEvery = 10_000;
const pageSize = '50';

export interface EventFilter {
  q: string;
  project?: string | undefined;
  environment?: string | undefined;
}

/** Kept events that match, newest first. */
export function useEvents({ q, project, environment }: EventFilter) {
  return useInfiniteQuery({
    queryKey: ['events', { q, project, environment }],
    queryFn: ({ pageParam, signal }) =>
      get<EventPage>(
        apiPath(['events'], { q, project, environment, before: pageParam, limit: pageSize }),
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    refetchInterval: (query) => (query.state.status === 'error' ? false : refreshEvery),
    retry: (failures, error: Error) =>
      !(error instanceof ApiError && error.status === 400) && failures < 3,
    placeholderData: (previous) => previous,
  });
}
