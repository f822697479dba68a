import type { MinimalReproduction, ReproductionView } from '@suture/wire/api';
import { expect, test } from 'vitest';
import {
  isRunning,
  minimalText,
  runsText,
  stepText,
  unrecorded,
  verdictWord,
} from '../src/repro/repro';

const step = { kind: 'click', on: 'Checkout' };
const minimal: MinimalReproduction = {
  state: 'done',
  runs: 14,
  steps: [step],
  exchanges: [],
  whole: true,
};
const view: ReproductionView = {
  from: 'capture',
  steps: [{ kind: 'navigate', value: '/' }, step],
  exchanges: 3,
  running: false,
  sightings: [],
};

test('says how many steps are needed, and what stands in the way', () => {
  expect(minimalText(view)).toContain('Nobody');
  expect(minimalText({ ...view, minimal: { ...minimal, steps: [step] } })).toBe(
    '1 of 2 steps is needed.',
  );
  expect(
    minimalText({ ...view, minimal: { ...minimal, steps: [step], whole: false, exchanges: [] } }),
  ).toContain('more may be left out');
  const stopped = {
    ...minimal,
    state: 'stopped' as const,
    steps: [],
    exchanges: [],
    problem: 'No.',
  };
  expect(minimalText({ ...view, minimal: stopped })).toBe('No.');
});

test('asks again while anything of it runs', () => {
  const searching = { ...minimal, state: 'running' as const, steps: [], exchanges: [] };
  expect(isRunning(view)).toBe(false);
  expect(isRunning({ ...view, running: true })).toBe(true);
  expect(isRunning({ ...view, minimal: searching })).toBe(true);
});

test('says a step in one line', () => {
  expect(stepText({ kind: 'input', on: 'Name', value: 'Ada' })).toBe('Type “Ada” into “Name”');
  expect(stepText({ kind: 'navigate', value: '/cart' })).toBe('Open /cart');
  expect(stepText({ kind: 'key', value: 'Enter' })).toBe('Press Enter');
  expect(stepText({ kind: 'request', on: 'POST', value: '/orders' })).toBe('POST /orders');
});

test('says what the runs took, and what they asked for without an answer', () => {
  const run = { seen: 'failed' as const, says: '', steps: 3, unrecorded: ['GET /a'], ms: 900 };
  expect(runsText([run, { ...run, ms: 1100 }])).toBe('2 runs, 1.0 s each,');
  expect(runsText([])).toBe('');
  expect(unrecorded([run, { ...run, unrecorded: ['GET /a', 'GET /b'] }])).toEqual([
    'GET /a',
    'GET /b',
  ]);
  expect(verdictWord({ is: 'flaky', failed: 1, runs: 3 }).tone).toBe('warning');
});
