import { describe, expect, it } from 'vitest';
import { currentIndex, mergeTimeline } from '../src/capture/timeline';
import { failureAfter, sampleActions, sampleConsole, sampleNetwork } from './sampleCapture';

const start = 1_000_000;
const merged = mergeTimeline({
  actions: sampleActions(start),
  exchanges: sampleNetwork(start).log.entries,
  console: sampleConsole(start),
  failure: { at: start + failureAfter, text: 'TypeError: no sku' },
});

describe('the timeline', () => {
  it('puts actions, exchanges, console and the error on one clock', () => {
    const times = merged.map((entry) => entry.at);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(merged).toHaveLength(6 + 4 + 3 + 1);
    expect(new Set(merged.map((entry) => entry.id)).size).toBe(merged.length);
  });

  it('lists the cause before what it brings about where both have one instant', () => {
    const kinds = mergeTimeline({
      actions: [{ at: 5, kind: 'click' }],
      exchanges: [],
      console: [{ at: 5, level: 'error', args: ['x'] }],
      failure: { at: 5, text: 'x' },
    }).map((entry) => entry.kind);
    expect(kinds).toEqual(['action', 'console', 'error']);
  });

  it('marks failed requests and errors, and nothing else, as bad', () => {
    const bad = merged.filter((entry) => entry.tone === 'bad').map((entry) => entry.text);
    expect(bad).toEqual([
      "Uncaught TypeError: Cannot read properties of undefined (reading 'sku')",
      'TypeError: no sku',
      'POST /api/orders?source=checkout → 409',
      'GET /api/recommendations → failed',
    ]);
  });

  it('names the target of an action as a person would', () => {
    expect(merged.map((entry) => entry.text)).toContain('Click button “Checkout”');
  });
});

describe('the current entry', () => {
  const things = [{ at: 10 }, { at: 20 }, { at: 20 }, { at: 30 }];

  it.each([
    [9, -1],
    [10, 0],
    [19, 0],
    [20, 2],
    [1_000, 3],
  ])('at %i is the last that had begun', (now, index) => {
    expect(currentIndex(things, now)).toBe(index);
  });

  it('is none of an empty list', () => {
    expect(currentIndex([], 5)).toBe(-1);
  });
});
