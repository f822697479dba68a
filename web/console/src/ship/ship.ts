import type { GateName, Ship, ShipState, ShipView, WatchForecast } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, post } from '../api/client';
import { plural } from '../ui/number';
import { roughly } from '../ui/time';

const refreshEvery = 5_000;

export function useShip(hotfix: string) {
  return useQuery({
    queryKey: ['ship', hotfix],
    queryFn: ({ signal }) => get<ShipView>(apiPath(['hotfixes', hotfix, 'ship']), signal),
    refetchInterval: refreshEvery,
  });
}

/** What can be done with a ship, and what it needs. */
export type ShipStep =
  | { step: 'propose'; release: string }
  | { step: 'begin' }
  | { step: 'approve' }
  | { step: 'waive'; gate: GateName; reason: string; hours: number }
  | { step: 'promote'; reason: string }
  | { step: 'halt'; reason: string };

export function useShipStep(hotfix: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, ...body }: ShipStep) =>
      post<ShipView>(
        apiPath(['hotfixes', hotfix, 'ship', ...(step === 'propose' ? [] : [step])]),
        body,
      ),
    onSuccess: (view) => client.setQueryData(['ship', hotfix], view),
    onSettled: () => client.invalidateQueries({ queryKey: ['ship', hotfix] }),
  });
}

export const gateWords: Record<GateName, readonly [name: string, what: string]> = {
  proof: ['Proof', 'The failure happens on live and not on the fix'],
  checks: ['Checks', 'The project’s own checks pass'],
  scope: ['Scope', 'The change is as small as the policy asks'],
  approval: ['Approval', 'A second person has looked at it'],
  content: ['Content', 'Configuration and data are validated'],
  backport: ['Backport', 'Every other line has it, or is about to'],
  alone: ['Alone', 'No other ship is on the way'],
  rollback: ['Rollback', 'The way back is known'],
};

export const gateNames = Object.keys(gateWords) as GateName[];

/** A second person is never waived, nor is another ship on the way. */
const neverWaived: ReadonlySet<GateName> = new Set(['approval', 'alone']);

export const isWaivable = (gate: GateName): boolean => !neverWaived.has(gate);

const tones: Record<ShipState, string> = {
  proposed: 'accent',
  deploying: 'accent',
  baking: 'accent',
  held: 'warning',
  rollingBack: 'danger',
  rolledBack: 'danger',
  shipped: 'good',
};

export const shipTone = (state: ShipState): string => tones[state];

export const stateWords: Record<ShipState, string> = {
  proposed: 'proposed',
  deploying: 'deploying',
  baking: 'baking',
  held: 'held',
  rollingBack: 'rolling back',
  rolledBack: 'rolled back',
  shipped: 'shipped',
};

export const isInFlight = (state: ShipState): boolean =>
  state === 'deploying' || state === 'baking' || state === 'held' || state === 'rollingBack';

/** How far a stage is, from 0 to 1. */
export function stagePart(ship: Ship, index: number, now: number): number {
  const { state, stage, since } = ship.progress;
  if (state === 'shipped' || index < stage) return 1;
  if (index > stage || state === 'proposed') return 0;
  if (state === 'held') return 1;
  if (state !== 'baking') return 0;
  const bake = (ship.plan.policy.stages[index]?.bake ?? 1) * 60_000;
  return Math.min(1, Math.max(0, (now - Date.parse(since)) / bake));
}

type StageForecast = WatchForecast['stages'][number];

/** Whether a person will be asked before the watch can tell. */
export const outlasts = (stage: StageForecast): boolean =>
  stage.minutes === undefined || stage.minutes > stage.waits;

/** When a stage would show that it doubles the errors. */
export const shownAfter = (stage: StageForecast): string =>
  stage.minutes === undefined
    ? 'a doubling stays unseen'
    : `a doubling shows in ${roughly(stage.minutes)}`;

/** What the watch of the first stage would need, and what happens if that is too long. */
export function forecastText({ over, stages }: WatchForecast): string {
  const first = stages[0];
  if (!first) return '';
  const errors = plural(
    Math.ceil(first.errors),
    over === 'session' ? 'more failed session' : 'more error',
  );
  const time =
    first.minutes === undefined
      ? 'more than a month at today’s traffic'
      : `about ${roughly(first.minutes)} at today’s traffic`;
  const said = `If it doubled the errors, ${first.name} would take about ${errors} to show it, ${time}.`;
  return outlasts(first)
    ? `${said} A stage waits ${roughly(first.waits)} for its watch: then a person is asked.`
    : said;
}
