import type { eventWithTime } from '@rrweb/types';
import { WINDOW } from './capture';

export const META = 4;
export const FULL_SNAPSHOT = 2;

interface Segment {
  readonly at: number;
  readonly events: eventWithTime[];
  bytes: number;
}

/**
 * A replay in segments that each begin with a full snapshot, because what comes later can be drawn
 * only from one: the oldest segment goes as soon as the others alone hold the window.
 */
export class Segments {
  /** Events that the size limit took though they were young enough. */
  dropped = 0;
  #list: Segment[] = [];

  constructor(readonly maxBytes: number) {}

  get bytes(): number {
    return this.#list.reduce((sum, segment) => sum + segment.bytes, 0);
  }

  /** How long ago the newest segment began, and what it weighs. */
  newest(at: number): { age: number; bytes: number } {
    const segment = this.#list.at(-1);
    return { age: segment ? at - segment.at : 0, bytes: segment?.bytes ?? 0 };
  }

  /** @param bytes what it weighs, where that is known without looking through all of it */
  add(event: eventWithTime, bytes = weigh(event)): void {
    if (event.type === META) this.#list.push({ at: event.timestamp, events: [], bytes: 0 });
    const segment = this.#list.at(-1);
    // What comes before the first picture cannot be drawn.
    if (!segment) return;
    segment.events.push(event);
    segment.bytes += bytes;
    this.#trim(event.timestamp);
  }

  events(): eventWithTime[] {
    const events = this.#list.flatMap((segment) => segment.events);
    return events.some(({ type }) => type === FULL_SNAPSHOT) ? events : [];
  }

  #trim(at: number): void {
    let { bytes } = this;
    for (;;) {
      const [oldest, next] = this.#list;
      // A segment stands in for the one before it only once its picture is there.
      if (!oldest || !next?.events.some(({ type }) => type === FULL_SNAPSHOT)) break;
      const old = next.at <= at - WINDOW;
      if (!old && bytes <= this.maxBytes) break;
      if (!old) this.dropped += oldest.events.length;
      bytes -= oldest.bytes;
      this.#list.shift();
    }
  }
}

/** About how many bytes a value holds, without writing it out. */
export function weigh(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 6;
  let bytes = 2;
  if (Array.isArray(value)) {
    for (const item of value) bytes += weigh(item) + 1;
    return bytes;
  }
  for (const key in value) bytes += key.length + 3 + weigh((value as Record<string, unknown>)[key]);
  return bytes;
}
