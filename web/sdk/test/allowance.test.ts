import { describe, expect, it } from 'vitest';
import { Allowance } from '../src/allowance';

describe('Allowance', () => {
  it('lets a failure through once', () => {
    const allowance = new Allowance();
    expect(allowance.take('a', 0)).toBe(true);
    expect(allowance.take('a', 1)).toBe(false);
    expect(allowance.take('b', 2)).toBe(true);
  });

  it('lets three through in a minute, and ten in a page', () => {
    const allowance = new Allowance();
    const taken = Array.from({ length: 60 }, (_, i) => allowance.take(`f${i}`, i * 10_000));
    expect(taken.slice(0, 6)).toEqual([true, true, true, false, false, false]);
    expect(taken.filter(Boolean)).toHaveLength(10);
  });

  it('rests for as long as the server asked', () => {
    const allowance = new Allowance();
    allowance.rest(30, 1000);
    expect(allowance.take('a', 30_999)).toBe(false);
    expect(allowance.wait(2000)).toBe(29);
    expect(allowance.take('a', 31_000)).toBe(true);
  });
});
