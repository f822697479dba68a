import type { Action, ConsoleEntry, HarEntry } from '@suture/wire/capture';
import { describeAction } from './action';
import { failed, shortUrl, statusWord } from './exchange';

/** One line of the timeline; everything that happened stands on the page's one clock. */
export interface Entry {
  id: string;
  at: number;
  kind: 'action' | 'exchange' | 'console' | 'navigation' | 'error';
  text: string;
  tone?: 'bad' | 'warn';
}

/** The failure that a capture was taken for. */
export interface Failure {
  at: number;
  text: string;
}

export interface Happenings {
  actions: readonly Action[];
  exchanges: readonly HarEntry[];
  console: readonly ConsoleEntry[];
  failure?: Failure | undefined;
}

// Of things with the same instant, the cause is listed before what it brings about.
const rank = { navigation: 0, action: 1, exchange: 2, console: 3, error: 4 } as const;

export function mergeTimeline({ actions, exchanges, console, failure }: Happenings): Entry[] {
  const entries: Entry[] = [
    ...actions.map((action, index) => ({
      id: `action-${index}`,
      at: action.at,
      kind: action.kind === 'navigate' ? ('navigation' as const) : ('action' as const),
      text: describeAction(action),
    })),
    ...exchanges.map((exchange) => ({
      id: `exchange-${exchange._id}`,
      at: exchange._at,
      kind: 'exchange' as const,
      text: `${exchange.request.method} ${shortUrl(exchange.request.url)} → ${statusWord(exchange)}`,
      ...(failed(exchange) && { tone: 'bad' as const }),
    })),
    ...console.map((line, index) => ({
      id: `console-${index}`,
      at: line.at,
      kind: 'console' as const,
      text: line.args.join(' '),
      ...(line.level === 'error' && { tone: 'bad' as const }),
      ...(line.level === 'warn' && { tone: 'warn' as const }),
    })),
  ];
  if (failure) {
    entries.push({ id: 'error', at: failure.at, kind: 'error', text: failure.text, tone: 'bad' });
  }
  return entries.sort((one, other) => one.at - other.at || rank[one.kind] - rank[other.kind]);
}

/** The index of the last thing that had begun at `now`; -1 before the first. */
export function currentIndex(things: readonly { at: number }[], now: number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((things[middle]?.at ?? 0) <= now) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
