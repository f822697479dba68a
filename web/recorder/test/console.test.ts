import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ConsoleLine, consoleEntry, recordConsole } from '../src/console';
import { Redactor } from '../src/redact';
import { Ring } from '../src/ring';

describe('recordConsole', () => {
  let ring: Ring<ConsoleLine>;
  let undo: () => void;
  const said: unknown[][] = [];
  const levels = ['debug', 'log', 'info', 'warn', 'error', 'trace', 'assert'] as const;

  beforeEach(() => {
    said.length = 0;
    for (const level of levels) {
      vi.spyOn(console, level).mockImplementation(
        (...args: unknown[]) => void said.push([level, ...args]),
      );
    }
    ring = new Ring({ age: 120_000, entries: 100, bytes: 1e6 });
    undo = recordConsole(ring);
  });

  afterEach(() => {
    undo();
    vi.restoreAllMocks();
  });

  const entries = () => ring.since(0).map((line) => consoleEntry(line, new Redactor()));

  it('notes every level, and the page’s console still speaks', () => {
    const thing = { a: 1 };
    for (const level of levels.slice(0, 6)) (console[level] as Console['log'])('said', thing);
    expect(entries().map(({ level, args }) => [level, args])).toEqual(
      levels.slice(0, 6).map((level) => [level, ['said', '{"a":1}']]),
    );
    expect(said).toEqual(levels.slice(0, 6).map((level) => [level, 'said', thing]));
    expect(said[0]?.[2]).toBe(thing);
  });

  it('notes an assertion only when it fails', () => {
    console.assert(true, 'fine');
    console.assert(false, 'broken', 7);
    expect(entries()).toMatchObject([{ level: 'assert', args: ['broken', '7'] }]);
    expect(said).toHaveLength(2);
  });

  it('takes what an object was when it was said', () => {
    const cart = { items: 1 };
    console.log(cart);
    cart.items = 2;
    expect(entries()[0]?.args).toEqual(['{"items":1}']);
  });

  it('folds equal neighbours into one', () => {
    for (let i = 0; i < 5; i++) console.log('again');
    console.log('other');
    expect(entries().map(({ args, count }) => [args[0], count])).toEqual([
      ['again', 5],
      ['other', undefined],
    ]);
  });

  it('gives errors and warnings the stack of the call', () => {
    console.error('bad');
    expect(entries()[0]?.stack).toMatch(/^\s+at .*console\.test/);
  });

  it('takes secrets out, and leaves JSON JSON', () => {
    console.log('Bearer abcdef0123456789', { password: 'x', n: 1 });
    expect(entries()[0]?.args).toEqual(['Bearer [redacted]', '{"password":"[redacted]","n":1}']);
  });

  it('is not caught in what logs while it is logged', () => {
    const noisy = new Proxy(
      {},
      {
        ownKeys() {
          console.log('from inside');
          return [];
        },
      },
    );
    console.log(noisy);
    expect(entries()).toHaveLength(1);
  });
});
