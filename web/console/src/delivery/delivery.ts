import type { DeploymentWord, Dora, Timeline } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, post } from '../api/client';

export const periods = [
  { days: '30', label: '30 days' },
  { days: '90', label: '90 days' },
  { days: '180', label: '6 months' },
  { days: '365', label: 'a year' },
] as const;

export interface Asked {
  project?: string | undefined;
  team?: string | undefined;
  environment?: string | undefined;
  days?: string | undefined;
}

const day = 86_400_000;
const refreshEvery = 60_000;

/** The first day of a stretch that ends now; what is no known period is 90 days. */
export function firstDay(days: string | undefined, now: number): string {
  const known = periods.some((period) => period.days === days) ? Number(days) : 90;
  return new Date(now - known * day).toISOString().slice(0, 10);
}

export function useDora({ project, team, environment, days }: Asked) {
  const from = firstDay(days, Date.now());
  return useQuery({
    queryKey: ['dora', project, team, environment, from],
    queryFn: ({ signal }) =>
      get<Dora>(apiPath(['dora'], { project, team, environment, from }), signal),
    refetchInterval: refreshEvery,
    placeholderData: (previous) => previous,
  });
}

export function useTimeline(project: string | undefined, { environment, days }: Asked) {
  const from = firstDay(days, Date.now());
  return useQuery({
    queryKey: ['timeline', project, environment, from],
    queryFn: ({ signal }) =>
      get<Timeline>(
        apiPath(['projects', project ?? '', 'timeline'], { environment, from }),
        signal,
      ),
    enabled: project !== undefined,
    refetchInterval: refreshEvery,
    placeholderData: (previous, query) => (query?.queryKey[1] === project ? previous : undefined),
  });
}

export interface NewWord {
  failed: boolean;
  reason: string;
  recovered?: string;
}

/** Says of a deployment whether it failed; figures and timeline are asked for anew. */
export function useWord(project: string, deployment: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (word: NewWord) =>
      post<DeploymentWord>(
        apiPath(['projects', project, 'deployments', String(deployment), 'words']),
        word,
      ),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['dora'] }),
        client.invalidateQueries({ queryKey: ['timeline'] }),
      ]),
  });
}

const units: readonly (readonly [seconds: number, unit: string])[] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
];

/** A length of time with one decimal at most, in the largest unit of which it has two. */
export function length(seconds: number | undefined): string {
  if (seconds === undefined) return '–';
  for (const [size, unit] of units) {
    const count = seconds / size;
    if (count >= 2 || (unit === 'min' && count >= 1))
      return `${count >= 10 || unit === 'min' ? Math.round(count) : count.toFixed(1)} ${unit}`;
  }
  return `${Math.round(seconds)} s`;
}

export function percent(share: number | undefined): string {
  if (share === undefined) return '–';
  const value = share * 100;
  return `${value === 0 || value >= 10 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)} %`;
}

/**
 * How often, by the day or by the week, whichever gives a number above one.
 *
 * @param like the number whose unit is used, so that bounds are told as their value is
 */
export function often(perDay: number | undefined, like = perDay): string {
  if (perDay === undefined) return '–';
  return like !== undefined && like >= 1
    ? `${perDay.toFixed(1)} a day`
    : `${(perDay * 7).toFixed(1)} a week`;
}

interface Interval {
  low?: number;
  high?: number;
}

/** Both bounds in words; an upper one that was not reached is open. */
export function between(
  interval: Interval,
  say: (value: number | undefined) => string,
): string | undefined {
  const { low, high } = interval;
  if (low === undefined && high === undefined) return undefined;
  if (low === undefined) return `up to ${say(high)}`;
  return high === undefined ? `${say(low)} or more` : `${say(low)} to ${say(high)}`;
}
