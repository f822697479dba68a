import type { MinimalReproduction, ReproductionView } from '@suture/wire/api';
import { expect, test } from 'vitest';
import { isRunning, minimalText, stepText } from '../src/repro/repro';

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
  expect(stepText({ kind: 'input', on: 'Name', value: 'Ada' })).toBe('input Name “Ada”');
});
