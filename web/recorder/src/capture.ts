import type { eventWithTime } from '@rrweb/types';
import type { CaptureParts } from '@suture/wire/capture';
import type { SourceMapImage } from './debugids';
import type { SentryException } from './errors';

/** What was around a failure, free of secrets: it can leave the page as it is. */
export interface Capture {
  parts: CaptureParts;
  replay: eventWithTime[];
  failures: CapturedFailure[];
  images: SourceMapImage[];
}

export interface CapturedFailure {
  at: number;
  message: string;
  exceptions: SentryException[];
}

/** What a capture would hold, for the person who is about to send it. */
export interface Summary {
  title: string;
  url: string;
  errors: number;
  requests: number;
  actions: number;
  lines: number;
  seconds: number;
  lastError?: string;
}

export const WINDOW = 120_000;

/** Puts the end of the page before in front of this page's capture, as far as the window reaches. */
export function joined(previous: Capture, current: Capture): Capture {
  const { page } = current.parts;
  const from = page.window.to - WINDOW;
  const recent = <T extends { at: number }>(entries: T[]) => entries.filter(({ at }) => at >= from);
  const before = previous.parts;
  if (before.page.window.to < from) return current;
  const entries = before.network.log.entries
    .filter((entry) => entry._at >= from)
    .map((entry) => ({ ...entry, _id: `p${entry._id}` }));
  const worst = worse(before.page.coverage.reproducibility, page.coverage.reproducibility);
  const channels = [
    ...(before.channels ?? []).map((channel) => ({ ...channel, id: `p${channel.id}` })),
    ...(current.parts.channels ?? []),
  ];
  const { coverage } = before.page;
  return {
    parts: {
      ...current.parts,
      page: {
        ...page,
        window: { from: Math.max(from, before.page.window.from), to: page.window.to },
        ...(before.page.clock && { clock: before.page.clock }),
        coverage: {
          redacted: page.coverage.redacted + coverage.redacted,
          truncatedBodies: page.coverage.truncatedBodies + coverage.truncatedBodies,
          dropped: page.coverage.dropped + coverage.dropped,
          notes: [...new Set([...page.coverage.notes, ...coverage.notes])].slice(0, 30),
          ...(page.coverage.pseudonyms && { pseudonyms: true }),
          ...(worst && { reproducibility: worst }),
        },
      },
      // A run begins where the window does: on the page before.
      ...(before.storage && { storage: before.storage }),
      ...(channels.length > 0 && { channels }),
      console: [...recent(before.console), ...current.parts.console],
      actions: [...recent(before.actions), ...current.parts.actions],
      network: {
        log: {
          ...current.parts.network.log,
          entries: [...entries, ...current.parts.network.log.entries],
        },
      },
    },
    replay: [...previous.replay, ...current.replay],
    failures: [...recent(previous.failures), ...current.failures],
    images: current.images.length > 0 ? current.images : previous.images,
  };
}

type Reproducibility = CaptureParts['page']['coverage']['reproducibility'];

const GRADES = ['high', 'medium', 'low'];

function worse(one: Reproducibility, other: Reproducibility): Reproducibility {
  if (!one || !other) return one ?? other;
  const { grade } = GRADES.indexOf(one.grade) > GRADES.indexOf(other.grade) ? one : other;
  return { grade, reasons: [...new Set([...other.reasons, ...one.reasons])] };
}
