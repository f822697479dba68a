import type { DeploymentWatch, GateTold, Hotfix, ShipView } from '@suture/wire/api';
import { issuePath } from '../route/route';
import { plural } from '../ui/number';

export type LoopState = 'done' | 'now' | 'todo' | 'bad';

/** One step of the line from the report to closed. */
export interface LoopStep {
  name: string;
  state: LoopState;
  says: string;
  /** Where more is told: a section of the page, or another page. */
  to: string;
}

/** The whole way of a hotfix, as far as it is known. */
export function loopSteps(
  hotfix: Hotfix,
  view: ShipView | undefined,
  watch: DeploymentWatch | undefined,
): LoopStep[] {
  const hasFix = hotfix.commits.length > 0;
  const steps: LoopStep[] = [
    ...(hotfix.issue
      ? [
          {
            name: 'Captured',
            state: 'done' as const,
            says: hotfix.issue,
            to: issuePath(hotfix.issue),
          },
        ]
      : []),
    {
      name: 'Branch',
      state: hotfix.state === 'planned' ? 'todo' : 'done',
      says: hotfix.state === 'planned' ? 'not pushed yet' : 'from what is live',
      to: '#branch',
    },
    {
      name: 'Fix',
      state: hasFix ? 'done' : 'todo',
      says: hasFix ? plural(hotfix.commits.length, 'commit') : 'nothing committed',
      to: hasFix ? '#scope' : '#branch',
    },
    proof(view),
    gates(view),
    stages(view),
    watched(view, watch),
    lines(hotfix),
  ];
  const next = steps.findIndex(({ state }) => state === 'todo');
  const halted = steps.slice(0, next).some(({ state }) => state === 'bad');
  return steps.map((step, index) => (index === next && !halted ? { ...step, state: 'now' } : step));
}

function proof(view: ShipView | undefined): LoopStep {
  const step = { name: 'Proof', to: '#proof' };
  const gate = view?.gates.find((each) => each.gate === 'proof');
  if (!gate) return { ...step, state: 'todo', says: 'not run yet' };
  if (gate.state === 'passed') {
    const says = gate.reporter ? `reported by ${gate.reporter}` : 'red on live, green here';
    return { ...step, state: 'done', says };
  }
  if (gate.state === 'waived') return { ...step, state: 'bad', says: 'waived' };
  return { ...step, state: 'todo', says: 'without proof' };
}

function gates(view: ShipView | undefined): LoopStep {
  const step = { name: 'Gates', to: '#gates' };
  if (!view?.ship) return { ...step, state: 'todo', says: 'not proposed' };
  const closed = count(view.gates, 'failed');
  if (view.ship.progress.state !== 'proposed') return { ...step, state: 'done', says: 'were open' };
  return closed > 0
    ? { ...step, state: 'todo', says: `${closed} closed` }
    : { ...step, state: 'done', says: 'all open' };
}

const count = (gates: readonly GateTold[], state: GateTold['state']): number =>
  gates.filter((gate) => gate.state === state).length;

function stages(view: ShipView | undefined): LoopStep {
  const step = { name: 'Ship', to: '#gates' };
  const ship = view?.ship;
  if (!ship) return { ...step, state: 'todo', says: 'not begun' };
  const stage = ship.plan.policy.stages[ship.progress.stage]?.name ?? '';
  switch (ship.progress.state) {
    case 'proposed':
      return { ...step, state: 'todo', says: 'not begun' };
    case 'deploying':
      return { ...step, state: 'todo', says: `deploying to ${stage}` };
    case 'baking':
      return { ...step, state: 'todo', says: `watching ${stage}` };
    case 'held':
      return { ...step, state: 'bad', says: `held at ${stage}` };
    case 'rollingBack':
      return { ...step, state: 'bad', says: 'rolling back' };
    case 'rolledBack':
      return { ...step, state: 'bad', says: 'rolled back' };
    case 'shipped':
      return { ...step, state: 'done', says: 'everyone has it' };
  }
}

function watched(view: ShipView | undefined, watch: DeploymentWatch | undefined): LoopStep {
  const step = { name: 'Watch', to: '#watched' };
  if (!view?.ship || view.ship.progress.deployment === 0)
    return { ...step, state: 'todo', says: 'nothing to watch', to: '#gates' };
  if (!watch) return { ...step, state: 'todo', says: 'not seen yet' };
  switch (watch.verdict) {
    case 'healthy':
      return {
        ...step,
        state: view.ship.progress.state === 'shipped' ? 'done' : 'todo',
        says: 'healthy',
      };
    case 'degraded':
      return { ...step, state: 'bad', says: 'degraded' };
    case 'silent':
      return { ...step, state: 'bad', says: 'hosts are silent' };
    case 'undecided':
      return { ...step, state: 'todo', says: 'undecided yet' };
  }
}

function lines(hotfix: Hotfix): LoopStep {
  const step = { name: 'Every line', to: '#lines' };
  if (hotfix.state === 'closed') return { ...step, state: 'done', says: 'closed' };
  if (hotfix.flagged) return { ...step, state: 'bad', says: 'a line lacks it' };
  return { ...step, state: 'todo', says: 'not everywhere yet' };
}
