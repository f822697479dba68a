import { describe, expect, it } from 'vitest';
import { Playback } from '../src/capture/playback';

const at = (now: number) => new Playback({ start: 1_000, end: 9_000, zero: 600, now });

describe('the clock of a capture', () => {
  it('stays within the recording', () => {
    expect(at(-5).read().now).toBe(1_000);
    expect(at(20_000).read().now).toBe(9_000);
    const playback = at(2_000);
    playback.seek(99_000);
    expect(playback.read().now).toBe(9_000);
  });

  it('tells everybody who listens, until they leave', () => {
    const playback = at(2_000);
    const heard: number[] = [];
    const leave = playback.subscribe(() => heard.push(playback.read().now));
    playback.seek(3_000);
    leave();
    playback.seek(4_000);
    expect(heard).toEqual([3_000]);
  });

  it('does not run without a recording', () => {
    const playback = at(2_000);
    playback.toggle();
    expect(playback.read().playing).toBe(false);
  });

  it('counts from the first thing that is known, which may be before the recording', () => {
    expect(at(2_000).zero).toBe(600);
    expect(new Playback({ start: 1_000, end: 2_000, zero: 1_500, now: 0 }).zero).toBe(1_000);
  });
});
