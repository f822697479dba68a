import type { FeedbackList } from '@suture/wire/api';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { apiPath, get } from '../api/client';

const refreshEvery = 30_000;

/** Nothing is asked for without a project. */
export function useFeedback(project: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['feedback', project],
    queryFn: ({ pageParam, signal }) =>
      get<FeedbackList>(
        apiPath(['projects', project ?? '', 'feedback'], { before: pageParam }),
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    enabled: project !== undefined,
    refetchInterval: refreshEvery,
  });
}

export function useIssueFeedback(issue: string) {
  return useQuery({
    queryKey: ['issue-feedback', issue],
    queryFn: ({ signal }) => get<FeedbackList>(apiPath(['issues', issue, 'feedback']), signal),
    refetchInterval: refreshEvery,
    select: (answer) => answer.feedback,
  });
}

export const filePath = (project: string, feedback: string, name: string): string =>
  apiPath(['projects', project, 'feedback', feedback, 'files', name]);
