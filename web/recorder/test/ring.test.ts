import { describe, expect, it } from 'vitest';
import { Ring } from '../src/ring';

describe('Ring', () => {
  it('keeps two minutes whatever comes, and lets older entries go uncounted', () => {
    const ring = new Ring<number>({ age: 120_000, entries: 1000, bytes: 1e6 });
    for (let second = 0; second <= 300; second++) ring.push(second, second * 1000, 10);
    const kept = ring.since(180_000);
    expect(kept[0]).toBe(180);
    expect(kept.at(-1)).toBe(300);
    expect(ring.since(0)[0]).toBe(180);
    expect(ring.dropped).toBe(0);
  });

  it('drops the oldest and counts them when there are too many', () => {
    const ring = new Ring<number>({ age: 120_000, entries: 3, bytes: 1e6 });
    for (let i = 0; i < 1000; i++) ring.push(i, i, 1);
    expect(ring.since(0)).toEqual([997, 998, 999]);
    expect(ring.dropped).toBe(997);
    expect(ring.bytes).toBe(3);
  });

  it('drops the oldest when they weigh too much, also when one grows later', () => {
    const ring = new Ring<object>({ age: 120_000, entries: 10, bytes: 100 });
    const [a, b] = [{}, {}];
    ring.push(a, 1, 30);
    ring.push(b, 2, 30);
    ring.grow(b, 60);
    expect(ring.since(0)).toEqual([b]);
    expect(ring.since(0)[0]).toBe(b);
    expect(ring.dropped).toBe(1);
  });

  it('keeps the one entry that is bigger than all it may hold', () => {
    const ring = new Ring<string>({ age: 1, entries: 1, bytes: 1 });
    ring.push('big', 1, 500);
    expect(ring.last).toBe('big');
  });
});
