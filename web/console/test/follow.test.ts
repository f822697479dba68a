import { describe, expect, it } from 'vitest';
import { follow, followFromTheStart, placeFor } from '../src/capture/follow';

describe('following the player', () => {
  it('goes on through scrolls that the list itself made', () => {
    const placed = follow(followFromTheStart, { fact: 'placed', top: 120 });
    expect(follow(placed, { fact: 'scrolled', top: 121 }).following).toBe(true);
  });

  it('stops when the reader scrolls, and stays stopped while the player goes on', () => {
    const placed = follow(followFromTheStart, { fact: 'placed', top: 120 });
    const left = follow(placed, { fact: 'scrolled', top: 300 });
    expect(left.following).toBe(false);
    expect(follow(left, { fact: 'scrolled', top: 310 }).following).toBe(false);
  });

  it('starts again when asked', () => {
    const left = follow(followFromTheStart, { fact: 'scrolled', top: 300 });
    expect(follow(left, { fact: 'resumed' }).following).toBe(true);
  });
});

describe('the place to scroll to', () => {
  const view = { top: 100, height: 200 };

  it('is the present one while the entry is well in view', () => {
    expect(placeFor({ top: 160, height: 30 }, view, 1_000)).toBe(100);
  });

  it('puts an entry that left the view into its upper middle', () => {
    expect(placeFor({ top: 500, height: 30 }, view, 1_000)).toBe(420);
  });

  it('never goes beyond the ends', () => {
    expect(placeFor({ top: 5, height: 30 }, view, 1_000)).toBe(0);
    expect(placeFor({ top: 1_190, height: 30 }, view, 1_000)).toBe(1_000);
    expect(placeFor({ top: 290, height: 30 }, { top: 60, height: 200 }, -40)).toBe(0);
  });
});
