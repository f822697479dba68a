import { describe, expect, it } from 'vitest';
import { survivor } from '../src/bulk/MergeButton';
import { rows } from './sampleIssues';

describe('the issue that stays', () => {
  const [row] = rows(1);
  const issue = (id: string, events: number) => {
    if (!row) throw new Error('the samples are short');
    return { ...row.issue, id, events };
  };

  it('is the one with most events, and of those alike the oldest', () => {
    expect(survivor([issue('shop-9', 3), issue('shop-10', 40)])?.id).toBe('shop-10');
    expect(survivor([issue('a-1-10', 3), issue('a-1-9', 3)])?.id).toBe('a-1-9');
  });
});
