import type { Facets, IssuePage } from '@suture/wire/api';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ApiError, apiPath, get } from '../api/client';
import type { ListParams } from '../search/listParams';

const refreshEvery = 10_000;
const facetsEvery = 60_000;
const pageSize = '25';

/** A query that cannot be read stays so: there is nothing to try again. */
const again = (failures: number, error: Error) =>
  !(error instanceof ApiError && error.status === 400) && failures < 3;

export function useIssues({ q, project, environment, sort, period }: ListParams) {
  return useInfiniteQuery({
    queryKey: ['issues', { q, project, environment, sort, period }],
    queryFn: ({ pageParam, signal }) =>
      get<IssuePage>(
        apiPath(['issues'], {
          q,
          project,
          environment,
          sort,
          period,
          before: pageParam,
          limit: pageSize,
        }),
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    refetchInterval: (query) => (query.state.status === 'error' ? false : refreshEvery),
    retry: again,
    placeholderData: (previous) => previous,
  });
}

/** The tags of the issues that match. */
export function useFacets({ q, project, environment }: ListParams) {
  return useQuery({
    queryKey: ['facets', { q, project, environment }],
    queryFn: ({ signal }) =>
      get<Facets>(apiPath(['issues', 'facets'], { q, project, environment }), signal),
    refetchInterval: facetsEvery,
    retry: again,
    placeholderData: (previous) => previous,
  });
}
