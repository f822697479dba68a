import type { ShipView } from '@suture/wire/api';
import { expect, test } from 'vitest';
import sample from '../../../contract/samples/api-ShipView.json';
import { forecastText, outlasts, shownAfter } from '../src/ship/ship';

const forecast = (sample as ShipView).forecast ?? { over: 'session' as const, stages: [] };
const canary = { name: 'canary', errors: 28.5, minutes: 95, waits: 240 };

test('before a ship it is said when its watch can tell', () => {
  expect(forecastText(forecast)).toBe(
    'If it doubled the errors, canary would take about 29 more failed sessions to show it, about 95 min at today’s traffic.',
  );
});

test('a stage that ends before its watch can tell says that a person is asked', () => {
  const late = { ...canary, minutes: 500 };
  expect(forecastText({ over: 'minute', stages: [late] })).toContain(
    '29 more errors to show it, about 8 h at today’s traffic. A stage waits 4 h for its watch: then a person is asked.',
  );
  expect([outlasts(canary), outlasts(late)]).toEqual([false, true]);
});

test('what a month does not show stays unseen', () => {
  const [, everyone] = forecast.stages;
  expect(everyone && shownAfter(everyone)).toBe('a doubling stays unseen');
  expect(shownAfter({ ...canary, minutes: 6 * 1440 })).toBe('a doubling shows in 6 days');
});
