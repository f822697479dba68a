import type { Timeline } from '@suture/wire/api';

/** A rate at a place of the stretch, both from 0 to 1. */
export interface Rate {
  at: number;
  share: number;
  sessions: number;
}

/** Where an instant lies in a stretch, from 0 to 1. */
export function place(at: string, { from, to }: Pick<Timeline, 'from' | 'to'>): number {
  const begin = Date.parse(from);
  return Math.min(1, Math.max(0, (Date.parse(at) - begin) / (Date.parse(to) - begin)));
}

/** Shares of failed sessions; a stretch without sessions has none. */
export function rates(timeline: Timeline): Rate[] {
  return timeline.rates.flatMap(({ at, sessions, failed }) =>
    sessions > 0
      ? [{ at: place(at, timeline), share: Math.min(1, failed / sessions), sessions }]
      : [],
  );
}

/** A round number of percent that is above every share. */
export function ceiling(shares: readonly number[]): number {
  const most = Math.max(0.001, ...shares);
  return [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5].find((each) => most <= each) ?? 1;
}

const apart = 0.016;
const mostRows = 4;

/** The row of each mark on the line of time, so that none lies upon another; places are from 0 to 1. */
export function rows(places: readonly number[]): number[] {
  const last: number[] = [];
  return places.map((at) => {
    const free = last.findIndex((other) => Math.abs(at - other) >= apart);
    const row = free >= 0 ? free : Math.min(last.length, mostRows - 1);
    last[row] = at;
    return row;
  });
}
