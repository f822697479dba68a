import type { DeploymentWatch } from '@suture/wire/api';
import { expect, test } from 'vitest';
import sample from '../../../contract/samples/api-DeploymentWatch.json';
import { failedShare, goneText, line, verdictText } from '../src/watch/watch';

const watch = sample as DeploymentWatch;

test('an undecided watch says what it needs', () => {
  expect(verdictText(watch)).toContain(
    '29 more failed sessions, about 95 min at today’s traffic, to be noticed',
  );
});

test('without anything from before it does not ask for more', () => {
  const { need: _, ...rest } = watch;
  expect(verdictText(rest)).toContain('Nothing is known of what ran before');
});

test('a degraded one says how much and what to do', () => {
  const text = verdictText({ ...watch, verdict: 'degraded', ratio: 3.04 });
  expect(text).toBe(
    'Sessions fail 3.0 times as often as before. Roll it back, or stop the rollout.',
  );
});

test('one issue among many is not called a risen rate', () => {
  const text = verdictText({ ...watch, verdict: 'degraded', ratio: 1.01 });
  expect(text).toContain('An issue breaks');
});

test('silence says who is silent', () => {
  expect(verdictText({ ...watch, verdict: 'silent' })).toContain('Only 9 of 10 hosts report.');
});

test('without sessions it speaks of errors and minutes', () => {
  expect(verdictText({ ...watch, over: 'minute' })).toContain('29 more errors');
});

test('confidence is never rounded up', () => {
  expect(goneText(0.9999)).toContain('more than 99.9 %');
  expect(goneText(0.9494)).toContain('perhaps gone with 94.9 %');
  expect(goneText(0)).toBe('it was seen again since');
});

test('what is missing comes first', () => {
  expect(verdictText({ ...watch, missing: 'No sessions.' })).toBe('No sessions.');
});

test('a closed watch asks for nothing more', () => {
  expect(verdictText({ ...watch, open: false })).toContain('before the watch closed');
});

test('a line stays in its box', () => {
  expect(line([-1, 2, 99], 4, { width: 100, height: 40 })).toBe('0.0,40.0 50.0,20.0 100.0,0.0');
  expect(line([], 4, { width: 100, height: 40 })).toBe('');
});

test('shares are taken of sums and not of minutes', () => {
  const point = { at: '', besideErrors: 0, besideSessions: 0, logE: 0 };
  const points = [
    { ...point, errors: 1, sessions: 1 },
    { ...point, errors: 0, sessions: 99 },
  ];
  expect(failedShare(points, 'own')).toEqual([100, 1]);
  expect(failedShare(points, 'beside')).toEqual([0, 0]);
});
