import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './endpoints';
import type { CandidateSummary } from './types';

export const keys = {
  jobs: ['jobs'] as const,
  pipeline: (jobId: string) => ['pipeline', jobId] as const,
  candidate: (id: string) => ['candidates', id] as const,
  interviews: ['interviews'] as const,
  report: ['reports', 'hiring'] as const,
};

export const jobsQuery = queryOptions({ queryKey: keys.jobs, queryFn: api.jobs.list });

export const pipelineQuery = (jobId: string) =>
  queryOptions({ queryKey: keys.pipeline(jobId), queryFn: () => api.candidates.list(jobId) });

export const candidateQuery = (id: string) =>
  queryOptions({ queryKey: keys.candidate(id), queryFn: () => api.candidates.get(id) });

export const scorecardsQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.candidate(id), 'scorecards'],
    queryFn: () => api.candidates.scorecards(id),
  });

export const activityQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.candidate(id), 'activity'],
    queryFn: () => api.candidates.activity(id),
  });

export const interviewsQuery = queryOptions({
  queryKey: keys.interviews,
  queryFn: api.interviews.list,
});

export const reportQuery = queryOptions({ queryKey: keys.report, queryFn: api.reports.hiring });

export function useAdvanceCandidate(jobId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: api.candidates.advance,
    onSuccess: ({ candidate }) => {
      queryClient.setQueryData<CandidateSummary[]>(keys.pipeline(jobId), (old) =>
        old?.map((each) => (each.id === candidate.id ? candidate : each)),
      );
    },
  });
}
