import { record } from '@rrweb/record';
import type { eventWithTime } from '@rrweb/types';
import { type Coverage, noted } from './coverage';
import { later, now, quietly, tick } from './natives';
import { EDITABLE } from './target';

const WINDOW = 120_000;
const CHECKOUT = 30_000;
const MAX_CHECKOUT = 120_000;
const MAX_BYTES = 10_000_000;
/** Snapshots above this are made half as often; above the second, the page's pictures are given up. */
const SLOW_SNAPSHOT = 50;
const MAX_SNAPSHOT = 1000;

const META = 4;
const FULL_SNAPSHOT = 2;

interface Segment {
  readonly at: number;
  readonly events: eventWithTime[];
  bytes: number;
}

/**
 * The page's pictures as rrweb events, in segments that each begin with a full snapshot: the oldest
 * segment goes as soon as the others alone hold the window.
 */
export class Replay {
  dropped = 0;
  #segments: Segment[] = [];
  #interval = CHECKOUT;
  #metaAt = 0;
  #checkoutDue = false;
  #degraded: string[] = [];
  #stop: (() => void) | undefined;

  start(): void {
    quietly(() => {
      this.#stop = record<eventWithTime>({
        emit: (event) => quietly(() => this.#add(event)),
        recordAfter: 'DOMContentLoaded',
        maskAllInputs: true,
        maskTextSelector: EDITABLE,
        slimDOMOptions: { script: true, comment: true },
        sampling: { mousemove: 100, scroll: 150, media: 800, input: 'last' },
        errorHandler: () => true,
      });
    });
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  events(coverage: Coverage): eventWithTime[] {
    const events = this.#segments.flatMap((segment) => segment.events);
    if (!events.some(({ type }) => type === FULL_SNAPSHOT)) {
      noted(coverage, 'The replay is empty: the page had not been drawn yet.');
      return [];
    }
    for (const note of this.#degraded) noted(coverage, note);
    return events;
  }

  #add(event: eventWithTime): void {
    if (event.type === META) {
      this.#metaAt = tick();
      this.#segments.push({ at: event.timestamp, events: [], bytes: 0 });
      this.#checkoutDue = false;
    }
    const segment = this.#segments.at(-1);
    // What comes before the first picture cannot be drawn.
    if (!segment) return;
    segment.events.push(event);
    segment.bytes += weigh(event);
    if (event.type === FULL_SNAPSHOT) this.#timed(tick() - this.#metaAt);
    this.#trim(event.timestamp);
    const full = segment.bytes > MAX_BYTES / 4 && event.timestamp - segment.at > 5000;
    if (full || event.timestamp - segment.at >= this.#interval) this.#checkout();
  }

  #timed(milliseconds: number): void {
    if (milliseconds > MAX_SNAPSHOT) {
      this.#give(`one picture of it takes ${Math.round(milliseconds)} ms`);
    } else if (milliseconds > SLOW_SNAPSHOT) {
      this.#interval = Math.min(this.#interval * 2, MAX_CHECKOUT);
    }
  }

  #trim(at: number): void {
    let bytes = this.#segments.reduce((sum, segment) => sum + segment.bytes, 0);
    for (;;) {
      const [oldest, next] = this.#segments;
      if (!oldest || !next) break;
      const old = next.at <= at - WINDOW;
      if (!old && bytes <= MAX_BYTES) break;
      if (!old) this.dropped += oldest.events.length;
      bytes -= oldest.bytes;
      this.#segments.shift();
    }
    if (bytes > MAX_BYTES) {
      this.#give(`it changes by more than ${Math.round(MAX_BYTES / 1e6)} MB within the window`);
    }
  }

  /** A new picture when the page has a moment, so that the oldest segment can go. */
  #checkout(): void {
    if (this.#checkoutDue || !this.#stop) return;
    this.#checkoutDue = true;
    const take = () => quietly(() => this.#stop && record.takeFullSnapshot(true));
    if (typeof requestIdleCallback === 'function') requestIdleCallback(take, { timeout: 3000 });
    else later(take, 0);
  }

  #give(why: string): void {
    this.#degraded.push(
      `The replay ends at ${new Date(now()).toISOString()}: the page is too heavy to go on, ${why}.`,
    );
    // Inside rrweb's own callback its observers must not be taken away yet.
    later(() => this.stop(), 0);
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
