import type { Monitors, ReleaseDetail, Releases } from '@suture/wire/api';
import { useQuery } from '@tanstack/react-query';
import { apiPath, get } from '../api/client';

export const periods = [
  { name: '24h', label: '24 hours' },
  { name: '7d', label: '7 days' },
  { name: '30d', label: '30 days' },
] as const;

export interface Stretch {
  environment?: string | undefined;
  period?: string | undefined;
}

const refreshEvery = 30_000;

/** Nothing is asked for without a project. */
export function useReleases(project: string | undefined, { environment, period }: Stretch) {
  return useQuery({
    queryKey: ['releases', project, environment, period],
    queryFn: ({ signal }) =>
      get<Releases>(
        apiPath(['projects', project ?? '', 'releases'], { environment, period }),
        signal,
      ),
    enabled: project !== undefined,
    refetchInterval: refreshEvery,
    placeholderData: (previous, query) => (query?.queryKey[1] === project ? previous : undefined),
  });
}

export function useRelease(project: string, version: string, { environment, period }: Stretch) {
  return useQuery({
    queryKey: ['release', project, version, environment, period],
    queryFn: ({ signal }) =>
      get<ReleaseDetail>(
        apiPath(['projects', project, 'releases', version], { environment, period }),
        signal,
      ),
    refetchInterval: refreshEvery,
    placeholderData: (previous) => previous,
  });
}

export function useMonitors(project: string | undefined) {
  return useQuery({
    queryKey: ['monitors', project],
    queryFn: ({ signal }) =>
      get<Monitors>(apiPath(['projects', project ?? '', 'monitors']), signal),
    enabled: project !== undefined,
    refetchInterval: refreshEvery,
    select: (answer) => answer.monitors,
  });
}
