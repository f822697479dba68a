import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Coverage } from '../src/coverage';
import { Unseen } from '../src/unseen';

class FakeWorker extends EventTarget {}

describe('Unseen', () => {
  let unseen: Unseen;
  let undo: () => void;

  beforeEach(() => {
    Object.assign(window, { Worker: FakeWorker });
    unseen = new Unseen();
    undo = unseen.watch();
  });
  afterEach(() => undo());

  it('tells of workers that it does not see into', () => {
    const notes = () => {
      const coverage: Coverage = { redacted: 0, truncatedBodies: 0, dropped: 0, notes: [] };
      unseen.note(coverage);
      return coverage.notes;
    };
    expect(notes()).toEqual([]);
    expect(new Worker('x.js')).toBeInstanceOf(FakeWorker);
    expect(notes()).toEqual(['1 × Worker: their requests, console and errors were not recorded.']);
  });

  it('puts everything back', () => {
    undo();
    expect(window.Worker).toBe(FakeWorker);
  });
});
