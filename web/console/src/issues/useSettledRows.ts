import type { IssueRow } from '@suture/wire/api';
import { useState } from 'react';
import { type Settled, settle } from './settle';

/**
 * Rows that stay where they are while they are renewed. They take the fresh order when the list is
 * another one, when the reader asks, and when the reader stands at the very top with nothing chosen.
 *
 * @param key what the list shows; another key is another list
 * @param still true while moving rows would disturb
 */
export function useSettledRows(
  key: string,
  fresh: readonly IssueRow[],
  still: boolean,
): Settled & { showAll: () => void } {
  const [order, setOrder] = useState<{ key: string; rows: readonly IssueRow[] }>({ key, rows: [] });
  const adopt = order.key !== key || order.rows.length === 0 || !still;
  const settled = adopt ? { rows: [...fresh], waiting: 0 } : settle(order.rows, fresh);
  if (order.key !== key || !sameOrder(order.rows, settled.rows))
    setOrder({ key, rows: settled.rows });
  return { ...settled, showAll: () => setOrder({ key, rows: fresh }) };
}

function sameOrder(one: readonly IssueRow[], other: readonly IssueRow[]): boolean {
  return (
    one.length === other.length &&
    one.every((row, index) => row.issue.id === other[index]?.issue.id)
  );
}
