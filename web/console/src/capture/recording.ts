import type { eventWithTime } from '@rrweb/types';

/** A recording that can be played: it starts at a full snapshot. */
export interface Recording {
  events: eventWithTime[];
  start: number;
  end: number;
}

const fullSnapshot = 2;
const meta = 4;

interface Loose {
  type?: unknown;
  timestamp?: unknown;
  data?: unknown;
}

/** The recording in a replay part, or in words why there is none to play. */
export function readRecording(value: unknown): Recording | { problem: string } {
  if (!Array.isArray(value)) return { problem: 'The recording is not a list of events.' };
  const events = value.filter(isEvent).sort((one, other) => one.timestamp - other.timestamp);
  const snapshot = events.findIndex(isSnapshot);
  if (snapshot < 0)
    return { problem: 'The recording holds no full picture of the page to start from.' };
  // The size of the page stands in the event before the picture.
  const first = events[snapshot - 1]?.type === meta ? snapshot - 1 : snapshot;
  const playable = events.slice(first) as unknown as eventWithTime[];
  const start = playable[0]?.timestamp;
  const end = playable.at(-1)?.timestamp;
  if (playable.length < 2 || start === undefined || end === undefined)
    return { problem: 'The recording is a single picture; nothing follows it.' };
  return { events: playable, start, end };
}

function isEvent(value: unknown): value is { type: number; timestamp: number; data: object } {
  const event = value as Loose | null;
  return (
    typeof event === 'object' &&
    event !== null &&
    typeof event.type === 'number' &&
    typeof event.timestamp === 'number' &&
    Number.isFinite(event.timestamp) &&
    typeof event.data === 'object' &&
    event.data !== null
  );
}

function isSnapshot(event: { type: number; data: object }): boolean {
  const { node } = event.data as { node?: unknown };
  return event.type === fullSnapshot && typeof node === 'object' && node !== null;
}
