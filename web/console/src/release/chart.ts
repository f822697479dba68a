import type { HealthBucket } from '@suture/wire/api';

/** Sessions of one column of the chart. */
export interface Column {
  from: number;
  sessions: number;
  errored: number;
  crashed: number;
}

const hour = 3_600_000;
const mostColumns = 60;

/**
 * The hours of a stretch as columns, empty ones included; a long stretch has several hours in one.
 *
 * @param until the end of the stretch, in epoch milliseconds
 */
export function columns(series: readonly HealthBucket[], hours: number, until: number): Column[] {
  const width = Math.ceil(hours / mostColumns) * hour;
  const end = Math.ceil(until / hour) * hour;
  const count = Math.ceil((hours * hour) / width);
  const first = end - count * width;
  const made = Array.from({ length: count }, (_, index) => ({
    from: first + index * width,
    sessions: 0,
    errored: 0,
    crashed: 0,
  }));
  for (const { from, tally } of series) {
    const column = made[Math.floor((Date.parse(from) - first) / width)];
    if (!column) continue;
    column.sessions += tally.sessions;
    column.errored += tally.errored + tally.unhandled + tally.abnormal;
    column.crashed += tally.crashed;
  }
  return made;
}

/** What is read at one column. */
export const crashFree = ({ sessions, crashed }: Column): number | undefined =>
  sessions > 0 ? 1 - Math.min(1, crashed / sessions) : undefined;
