import { expect, test } from 'vitest';
import { between, firstDay, length, often, percent } from '../src/delivery/delivery';
import { ceiling, place } from '../src/delivery/timeline';
import { pieceName, segments } from '../src/delivery/trend';

test('lengths are told in the largest unit of which there are two', () => {
  expect([undefined, 12, 90, 5_400, 7_200, 86_400, 200_000, 1_000_000].map(length)).toEqual([
    '–',
    '12 s',
    '2 min',
    '90 min',
    '2.0 h',
    '24 h',
    '2.3 d',
    '12 d',
  ]);
});

test('rates are told by the day or by the week, whichever is above one', () => {
  expect([undefined, 2, 0.5].map((each) => often(each))).toEqual(['–', '2.0 a day', '3.5 a week']);
  expect(often(1.1, 0.9)).toBe('7.7 a week');
  expect([undefined, 0, 0.054, 0.1, 1, 0.333].map(percent)).toEqual([
    '–',
    '0 %',
    '5.4 %',
    '10 %',
    '100 %',
    '33 %',
  ]);
});

test('a bound that is not known is not told', () => {
  expect(between({}, percent)).toBeUndefined();
  expect(between({ low: 0.1, high: 0.3 }, percent)).toBe('10 % to 30 %');
  expect(between({ low: 3_600 }, length)).toBe('60 min or more');
});

test('a line has gaps where nothing is known', () => {
  expect(segments([1, undefined, 2, 3, undefined])).toEqual([
    { from: 0, values: [1] },
    { from: 2, values: [2, 3] },
  ]);
  expect(pieceName('2026-05-04T00:00:00Z', 'week')).toBe('May 4');
  expect(pieceName('2026-05-01T00:00:00Z', 'month')).toBe('May 2026');
});

test('a stretch begins as many days ago as the address says', () => {
  const now = Date.parse('2026-05-31T12:00:00Z');
  expect(firstDay('30', now)).toBe('2026-05-01');
  expect(firstDay('7', now)).toBe(firstDay('90', now));
});

test('instants lie between the ends of their stretch', () => {
  const stretch = { from: '2026-05-01T00:00:00Z', to: '2026-05-03T00:00:00Z' };
  expect(place('2026-05-02T00:00:00Z', stretch)).toBe(0.5);
  expect(place('2026-04-02T00:00:00Z', stretch)).toBe(0);
  expect([[0.003], [0.03], [0.7], []].map(ceiling)).toEqual([0.005, 0.05, 1, 0.005]);
});
