import type { ReproductionStep, ReproductionView, ReproVerdict } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, post } from '../api/client';
import { plural } from '../ui/number';

const whileRunning = 1_000;
const refreshEvery = 30_000;

export function isRunning(view: ReproductionView): boolean {
  return view.running || view.minimal?.state === 'running';
}

export function useReproduction(issue: string) {
  return useQuery({
    queryKey: ['reproduction', issue],
    queryFn: ({ signal }) =>
      get<ReproductionView>(apiPath(['issues', issue, 'reproduction']), signal),
    refetchInterval: ({ state }) =>
      state.data && isRunning(state.data) ? whileRunning : refreshEvery,
  });
}

/** A run at a commit, or a search for the shortest part; no name is the commit that is live. */
type Asked = { kind: 'run'; commit: string } | { kind: 'minimise' };

/** Runs it, or searches for its shortest part. */
export function useReproductionStep(issue: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: Asked) =>
      asked.kind === 'minimise'
        ? post<ReproductionView>(apiPath(['issues', issue, 'reproduction', 'minimal']), {})
        : post<ReproductionView>(apiPath(['issues', issue, 'reproduction']), {
            commit: asked.commit,
          }),
    onSuccess: (view) => client.setQueryData(['reproduction', issue], view),
  });
}

/** What is known of the shortest part, in one sentence. */
export function minimalText({ minimal, steps }: ReproductionView): string {
  if (!minimal) return 'Nobody has looked yet which of the steps the failure needs.';
  if (minimal.problem) return minimal.problem;
  if (minimal.state === 'running') {
    return `Searching: ${plural(minimal.runs, 'run')} so far, 300 or 15 minutes at the most.`;
  }
  const needed = `${minimal.steps.length} of ${plural(steps.length, 'step')} ${minimal.steps.length === 1 ? 'is' : 'are'} needed`;
  return minimal.whole
    ? `${needed}.`
    : `${needed}; the search ran out of time, more may be left out.`;
}

export function stepText({ kind, on, value }: ReproductionStep): string {
  const target = on ? `“${on}”` : 'the page';
  switch (kind) {
    case 'navigate':
      return `Open ${value ?? 'the page'}`;
    case 'reload':
      return 'Reload the page';
    case 'back':
      return 'Go back';
    case 'click':
      return `Click ${target}`;
    case 'dblclick':
      return `Double-click ${target}`;
    case 'input':
      return `Type “${value ?? ''}” into ${target}`;
    case 'select':
      return `Choose in ${target}`;
    case 'check':
      return `Tick or clear ${target}`;
    case 'key':
      return `Press ${value ?? 'a key'}${on ? ` in ${target}` : ''}`;
    case 'submit':
      return `Submit ${target}`;
    case 'file':
      return `Give a file to ${target}`;
    case 'request':
      return `${on ?? 'GET'} ${value ?? ''}`;
    default:
      return [kind, on, value].filter(Boolean).join(' ');
  }
}

type Runs = ReproductionView['sightings'][number]['runs'];

export function verdictWord(verdict: ReproVerdict): { word: string; tone: string } {
  switch (verdict.is) {
    case 'reproduced':
      return { word: 'reproduced', tone: 'danger' };
    case 'notReproduced':
      return { word: 'not reproduced', tone: 'good' };
    case 'flaky':
      return { word: 'flaky', tone: 'warning' };
    case 'cannotTell':
      return { word: 'cannot tell', tone: 'neutral' };
  }
}

/** How many runs there were, and how long one of them takes. */
export function runsText(runs: Runs): string {
  if (runs.length === 0) return '';
  const ms = runs.reduce((sum, run) => sum + run.ms, 0) / runs.length;
  return `${plural(runs.length, 'run')}, ${(ms / 1000).toFixed(1)} s each,`;
}

/** What the page asked for in any run and the capture holds no answer to. */
export function unrecorded(runs: Runs): string[] {
  return [...new Set(runs.flatMap((run) => run.unrecorded))];
}
