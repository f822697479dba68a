import type { GateTold, Hotfix, ShipView } from '@suture/wire/api';
import { plural } from '../ui/number';

export type LoopState = 'done' | 'now' | 'todo' | 'bad';

/** One step of the line from the report to closed. */
export interface LoopStep {
  name: string;
  state: LoopState;
  says: string;
  /** Id of the section of the page that tells more. */
  section: string;
}

/** The whole way of a hotfix, as far as it is known. */
export function loopSteps(hotfix: Hotfix, view: ShipView | undefined): LoopStep[] {
  const hasFix = hotfix.commits.length > 0;
  const steps: LoopStep[] = [
    {
      name: 'Branch',
      state: hotfix.state === 'planned' ? 'todo' : 'done',
      says: hotfix.state === 'planned' ? 'not pushed yet' : 'from what is live',
      section: 'branch',
    },
    {
      name: 'Fix',
      state: hasFix ? 'done' : 'todo',
      says: hasFix ? plural(hotfix.commits.length, 'commit') : 'nothing committed',
      section: hasFix ? 'scope' : 'branch',
    },
    proof(view),
    gates(view),
    stages(view),
    lines(hotfix),
  ];
  const next = steps.findIndex(({ state }) => state === 'todo');
  return steps.map((step, index) => (index === next ? { ...step, state: 'now' } : step));
}

function proof(view: ShipView | undefined): LoopStep {
  const step = { name: 'Proof', section: 'proof' };
  const gate = view?.gates.find((each) => each.gate === 'proof');
  if (!gate) return { ...step, state: 'todo', says: 'not run yet' };
  if (gate.state === 'passed') return { ...step, state: 'done', says: 'red on live, green here' };
  if (gate.state === 'waived') return { ...step, state: 'bad', says: 'waived' };
  return { ...step, state: 'todo', says: 'without proof' };
}

function gates(view: ShipView | undefined): LoopStep {
  const step = { name: 'Gates', section: 'gates' };
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
  const step = { name: 'Ship', section: 'gates' };
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

function lines(hotfix: Hotfix): LoopStep {
  const step = { name: 'Every line', section: 'lines' };
  if (hotfix.state === 'closed') return { ...step, state: 'done', says: 'closed' };
  if (hotfix.flagged) return { ...step, state: 'bad', says: 'a line lacks it' };
  return { ...step, state: 'todo', says: 'not everywhere yet' };
}
