import { describe, expect, it } from 'vitest';
import { binarySize, inUnit } from '../src/project/space';
import { byteSize, duration, plural, shortCount } from '../src/ui/number';
import { bars } from '../src/ui/sparkline';
import { clockTime, relative } from '../src/ui/time';

describe('how long ago', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');
  it.each([
    [0, 'just now'],
    [59, 'just now'],
    [60, '1 min ago'],
    [3_599, '59 min ago'],
    [3_600, '1 h ago'],
    [26 * 3_600, '1 d ago'],
    [364 * 86_400, '364 d ago'],
    [400 * 86_400, '2025-10-19'],
    [-3, 'just now'],
    [-120, 'in 2 min'],
  ])('%i seconds are %s', (seconds, text) => {
    expect(relative(now - seconds * 1000, now)).toBe(text);
  });

  it('is unknown for what is no date', () => {
    expect(relative(Number.NaN, now)).toBe('unknown');
  });
});

describe('a position in a recording', () => {
  it('is told in minutes and seconds', () => {
    expect(clockTime(65_300)).toBe('1:05');
    expect(clockTime(65_390, true)).toBe('1:05.3');
    expect(clockTime(-1_500, true)).toBe('−0:01.5');
  });
});

describe('a sparkline', () => {
  it('fills its height with the highest count and its width with all of them', () => {
    const drawn = bars([1, 0, 4, 2], 40, 20);
    expect(drawn.map((bar) => bar.height)).toEqual([5, 20, 10]);
    expect(drawn.map((bar) => bar.y)).toEqual([15, 0, 10]);
    expect(drawn.map((bar) => bar.x)).toEqual([0.5, 20.5, 30.5]);
  });

  it('shows one event beside thousands', () => {
    expect(bars([1, 90_000], 40, 20)[0]?.height).toBe(2);
  });

  it('has no bar where nothing happened', () => {
    expect(bars([0, 0, 0], 40, 20)).toEqual([]);
    expect(bars([], 40, 20)).toEqual([]);
  });
});

describe('figures', () => {
  it('are short where the place is', () => {
    expect([7, 999, 1_284, 18_402, 2_000_000].map(shortCount)).toEqual([
      '7',
      '999',
      '1.3K',
      '18.4K',
      '2M',
    ]);
    expect(plural(1, 'event')).toBe('1 event');
    expect(plural(1_000, 'event')).toBe('1,000 events');
    expect([0, 999, 1_500, 123_456, 2e9].map(byteSize)).toEqual([
      '0 B',
      '999 B',
      '1.5 KB',
      '123 KB',
      '2.0 GB',
    ]);
    expect([0.4, 84, 1_240, 12_400].map(duration)).toEqual(['0 ms', '84 ms', '1.2 s', '12 s']);
  });

  it('are whole where space is given out', () => {
    expect(inUnit(2 ** 31)).toEqual({ amount: '2', unit: 'GiB' });
    expect(inUnit(1_500 * 2 ** 20)).toEqual({ amount: '1500', unit: 'MiB' });
    expect(inUnit(2 ** 50)).toEqual({ amount: '1024', unit: 'TiB' });
    expect([0, 1_023, 2_560, 2 ** 31, 123.4 * 2 ** 30].map(binarySize)).toEqual([
      '0 B',
      '1023 B',
      '2.5 KiB',
      '2 GiB',
      '123 GiB',
    ]);
  });
});
