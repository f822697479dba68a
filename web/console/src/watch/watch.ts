import type { DeploymentWatch } from '@suture/wire/api';
import { useQuery } from '@tanstack/react-query';
import { apiPath, get } from '../api/client';
import { plural, shortCount } from '../ui/number';
import { roughly } from '../ui/time';

const refreshEvery = 10_000;

export function useWatch(project: string, deployment: number) {
  return useQuery({
    queryKey: ['watch', project, deployment],
    queryFn: ({ signal }) =>
      get<DeploymentWatch>(
        apiPath(['projects', project, 'deployments', String(deployment), 'watch']),
        signal,
      ),
    enabled: deployment > 0,
    refetchInterval: ({ state }) => (state.data?.open === false ? false : refreshEvery),
  });
}

type Verdict = DeploymentWatch['verdict'];

export const verdictTones: Record<Verdict, string> = {
  healthy: 'good',
  degraded: 'danger',
  undecided: 'neutral',
  silent: 'danger',
};

/** What is counted, as words: with sessions it is they that fail, without them errors come in. */
const counted = (watch: DeploymentWatch) =>
  watch.over === 'session'
    ? { rate: 'Sessions fail', one: 'more failed session', over: 'sessions' }
    : { rate: 'Errors come', one: 'more error', over: 'minutes' };

/** What the verdict means and what to do, in one sentence or two. */
export function verdictText(watch: DeploymentWatch): string {
  if (watch.missing) return watch.missing;
  const words = counted(watch);
  switch (watch.verdict) {
    case 'healthy':
      return `${words.rate} less than twice as often as before, and that is shown: it may have more traffic.`;
    case 'degraded':
      return raised(watch)
        ? `${words.rate} ${times(watch.ratio)} as often as before. Roll it back, or stop the rollout.`
        : 'An issue breaks far more often than before, or new ones do. Roll it back, or stop the rollout.';
    case 'silent':
      return watch.hosts && watch.hosts.live < watch.hosts.due
        ? `Only ${watch.hosts.live} of ${plural(watch.hosts.due, 'host')} report. Look at the silent ones before anything else.`
        : 'Some that should report have fallen silent. Look at them before anything else.';
    case 'undecided':
      if (watch.open && !watch.need)
        return 'Nothing is known of what ran before, so that a rise of errors cannot be told.';
      return watch.need && watch.open
        ? `Neither a rise nor its absence is shown yet. A doubling would take about ${plural(
            Math.ceil(watch.need.errors),
            words.one,
          )}, ${exposure(watch.need, words.over)}, to be noticed.`
        : 'Neither a rise nor its absence was shown before the watch closed.';
  }
}

/** How long what is needed takes: at today's traffic where there is any. */
const exposure = (need: NonNullable<DeploymentWatch['need']>, over: string): string =>
  need.minutes === undefined
    ? `that is ${shortCount(Math.ceil(need.exposure))} ${over}`
    : `about ${roughly(need.minutes)} at today’s traffic`;

/** Whether it is the sum that has risen, and not one issue among many. */
const raised = (watch: DeploymentWatch) => watch.ratio === undefined || watch.ratio >= 1.2;

/** How sure it is that the fault which a hotfix was for has fallen silent. */
export function goneText(gone: number): string {
  if (gone === 0) return 'it was seen again since';
  const percent = gone >= 0.9995 ? 'more than 99.9' : (Math.floor(gone * 1000) / 10).toFixed(1);
  return `not seen again, ${gone >= 0.95 ? 'gone' : 'perhaps gone'} with ${percent} % confidence`;
}

const times = (ratio: number | undefined): string =>
  ratio === undefined ? 'more' : `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(1)} times`;

/** Points of a line in a box, the value 0 at the bottom and `top` at its upper edge. */
export function line(
  values: readonly number[],
  top: number,
  box: { width: number; height: number },
): string {
  const step = box.width / Math.max(1, values.length - 1);
  return values
    .map((value, index) => {
      const part = Math.min(1, Math.max(0, value / top));
      return `${(index * step).toFixed(1)},${(box.height - part * box.height).toFixed(1)}`;
    })
    .join(' ');
}

/** Failed sessions in a hundred, of the release and of those beside it, smoothed over ten points. */
export function failedShare(
  points: DeploymentWatch['points'],
  of: 'own' | 'beside',
  span = 10,
): number[] {
  return points.map((_, index) => {
    const last = points.slice(Math.max(0, index - span + 1), index + 1);
    const sum = (pick: (point: DeploymentWatch['points'][number]) => number) =>
      last.reduce((total, point) => total + pick(point), 0);
    const errors = sum((point) => (of === 'own' ? point.errors : point.besideErrors));
    const sessions = sum((point) => (of === 'own' ? point.sessions : point.besideSessions));
    return sessions === 0 ? 0 : (100 * errors) / sessions;
  });
}
