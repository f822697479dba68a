import type { IssueRow } from '@suture/wire/api';

/** The rows on screen, and how many changes of place wait to be shown. */
export interface Settled {
  rows: IssueRow[];
  waiting: number;
}

/**
 * Renews the rows that a reader has before their eyes without moving any: known issues get their new
 * figures where they stand; issues that came to the top or moved wait until the reader asks, and
 * issues from a later page are added at the end.
 */
export function settle(shown: readonly IssueRow[], fresh: readonly IssueRow[]): Settled {
  const renewed = new Map(fresh.map((row) => [row.issue.id, row]));
  const known = new Set(shown.map((row) => row.issue.id));
  const kept = shown.flatMap((row) => renewed.get(row.issue.id) ?? []);
  const lastKnown = fresh.findLastIndex((row) => known.has(row.issue.id));
  const rows = [...kept, ...fresh.slice(lastKnown + 1)];
  const waiting = fresh.slice(0, lastKnown + 1).filter((row) => !known.has(row.issue.id)).length;
  return { rows, waiting: waiting + moved(kept, fresh, known) };
}

/** How many of the known rows were overtaken: those that stand higher in the fresh order. */
function moved(
  kept: readonly IssueRow[],
  fresh: readonly IssueRow[],
  known: ReadonlySet<string>,
): number {
  const place = new Map(kept.map((row, index) => [row.issue.id, index]));
  return fresh
    .filter((row) => known.has(row.issue.id))
    .filter((row, index) => (place.get(row.issue.id) ?? 0) > index).length;
}
