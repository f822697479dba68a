import type { Page } from '@suture/wire/capture';

/** What the recorder could not see, and what the limits took; counted while a capture is taken. */
export type Coverage = Page['coverage'];

export function noted(coverage: Coverage, note: string): void {
  if (coverage.notes.length < 30 && !coverage.notes.includes(note)) coverage.notes.push(note);
}
