import { describe, expect, it } from 'vitest';
import { settle } from '../src/issues/settle';
import { rows } from './sampleIssues';

const [a, b, c, d] = rows(4) as [ReturnType<typeof rows>[0], ...ReturnType<typeof rows>];
const ids = (list: ReturnType<typeof rows>) => list.map((row) => row.issue.id);

describe('a list that is read while it is renewed', () => {
  it('renews figures where they stand', () => {
    if (!b) throw new Error('the samples are short');
    const newer = { ...b, issue: { ...b.issue, events: 777 } };
    const settled = settle([a, b], [a, newer]);
    expect(settled.rows[1]?.issue.events).toBe(777);
    expect(settled.waiting).toBe(0);
  });

  it('lets new and overtaking issues wait instead of moving the rows', () => {
    if (!b || !c || !d) throw new Error('the samples are short');
    const settled = settle([a, b, c], [d, c, a, b]);
    expect(ids(settled.rows)).toEqual(ids([a, b, c]));
    expect(settled.waiting).toBe(2);
  });

  it('adds the next page at the end', () => {
    if (!b || !c || !d) throw new Error('the samples are short');
    const settled = settle([a, b], [a, b, c, d]);
    expect(ids(settled.rows)).toEqual(ids([a, b, c, d]));
    expect(settled.waiting).toBe(0);
  });

  it('lets go of issues that are no longer part of it', () => {
    if (!b || !c) throw new Error('the samples are short');
    expect(ids(settle([a, b, c], [a, c]).rows)).toEqual(ids([a, c]));
  });
});
