import type { ConsoleEntry } from '@suture/wire/capture';
import { describe } from './describe';
import { apply, callSite, intercept, now, quietly } from './natives';
import type { Redactor } from './redact';
import type { Ring } from './ring';

export interface ConsoleLine {
  at: number;
  level: ConsoleEntry['level'];
  args: string[];
  stack?: () => string;
  count: number;
}

const LEVELS = ['debug', 'log', 'info', 'warn', 'error', 'trace', 'assert'] as const;
const MAX_ARGS = 20;
const MAX_ARGS_TEXT = 20_000;

/** Listens to the page's console; the page's calls go on to the real one, also when noting fails. */
export function recordConsole(ring: Ring<ConsoleLine>): () => void {
  let noting = false;
  const restore = LEVELS.map((level) =>
    intercept(console, level, function trap(target, self, args) {
      // A toJSON or a Proxy trap that logs would come back here for ever.
      if (!noting && !(level === 'assert' && args[0])) {
        noting = true;
        quietly(() => note(ring, level, level === 'assert' ? args.slice(1) : args, trap));
        noting = false;
      }
      return apply(target, self, args);
    }),
  );
  return () => {
    for (const undo of restore) undo();
  };
}

function note(
  ring: Ring<ConsoleLine>,
  level: ConsoleLine['level'],
  values: unknown[],
  below: (...args: never[]) => unknown,
): void {
  const at = now();
  let left = MAX_ARGS_TEXT;
  const args = values.slice(0, MAX_ARGS).map((value) => {
    const text = describe(value, Math.max(100, Math.min(left, 10_000)));
    left -= text.length;
    return text;
  });
  if (values.length > MAX_ARGS) args.push(`… ${values.length - MAX_ARGS} more`);
  const last = ring.last;
  if (last && last.level === level && equal(last.args, args)) {
    last.count++;
    return;
  }
  const line: ConsoleLine = { at, level, args, count: 1 };
  if (level === 'error' || level === 'warn' || level === 'trace' || level === 'assert') {
    line.stack = callSite(below);
  }
  ring.push(line, at, 100 + 2 * (MAX_ARGS_TEXT - left));
}

function equal(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((text, i) => text === other[i]);
}

export function consoleEntry(line: ConsoleLine, redactor: Redactor): ConsoleEntry {
  const entry: ConsoleEntry = {
    at: line.at,
    level: line.level,
    args: line.args.map((text) => redactor.body(text)),
  };
  const stack = line.stack?.();
  if (stack) entry.stack = redactor.values(stack);
  if (line.count > 1) entry.count = line.count;
  return entry;
}
