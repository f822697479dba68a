import { record } from '@rrweb/record';
import type { eventWithTime } from '@rrweb/types';
import { type Coverage, noted } from './coverage';
import { later, now, quietly, tick } from './natives';
import { FULL_SNAPSHOT, META, Segments } from './segments';

const CHECKOUT = 30_000;
const MAX_CHECKOUT = 120_000;
const MAX_BYTES = 10_000_000;
/** Pictures that take longer are taken half as often; above the second limit they are given up. */
const SLOW_SNAPSHOT = 50;
const MAX_SNAPSHOT = 1000;
/** A picture of more than this would freeze the page before its time could be taken. */
const MAX_ELEMENTS = 50_000;
/** About what an element weighs in a picture, its text and style included. */
const PER_ELEMENT = 120;

/** The page's pictures as rrweb events, a full one every thirty seconds as far as the page can bear. */
export class Replay {
  readonly #segments = new Segments(MAX_BYTES);
  #interval = CHECKOUT;
  #metaAt = 0;
  #checkoutDue = false;
  #gaveUp: string | undefined;
  #stop: (() => void) | undefined;

  get dropped(): number {
    return this.#segments.dropped;
  }

  start(): void {
    if (document.readyState !== 'loading') this.#record();
    else document.addEventListener('DOMContentLoaded', this.#record, { once: true });
  }

  stop(): void {
    document.removeEventListener('DOMContentLoaded', this.#record);
    this.#stop?.();
    this.#stop = undefined;
  }

  events(coverage: Coverage): eventWithTime[] {
    const events = this.#segments.events();
    if (this.#gaveUp) noted(coverage, this.#gaveUp);
    else if (events.length === 0)
      noted(coverage, 'There is no replay: the page was not drawn yet.');
    return events;
  }

  #record = (): void =>
    quietly(() => {
      if (this.#isTooBig()) return;
      this.#stop = record<eventWithTime>({
        emit: (event) => quietly(() => this.#add(event)),
        recordAfter: 'DOMContentLoaded',
        // What is typed is in memory only, until SafeReplay gives it its pseudonyms.
        maskInputOptions: { password: false },
        slimDOMOptions: { script: true, comment: true },
        sampling: { mousemove: 100, scroll: 150, media: 800, input: 'last' },
        errorHandler: () => true,
      });
    });

  #isTooBig(): boolean {
    const count = elements();
    if (count > MAX_ELEMENTS) this.#giveUp(`it has ${count} elements`);
    return count > MAX_ELEMENTS;
  }

  #add(event: eventWithTime): void {
    if (event.type === META) {
      this.#metaAt = tick();
      this.#checkoutDue = false;
    }
    // Looking through the whole picture again would double what it costs the page.
    this.#segments.add(event, event.type === FULL_SNAPSHOT ? elements() * PER_ELEMENT : undefined);
    if (event.type === FULL_SNAPSHOT) this.#timed(tick() - this.#metaAt);
    const { age, bytes } = this.#segments.newest(event.timestamp);
    if (age >= this.#interval || (bytes > MAX_BYTES / 4 && age > 5000)) this.#checkout();
    if (bytes > MAX_BYTES) this.#giveUp(`it changes by more than ${MAX_BYTES / 1e6} MB at once`);
  }

  #timed(milliseconds: number): void {
    if (milliseconds > MAX_SNAPSHOT) {
      this.#giveUp(`one picture of it takes ${Math.round(milliseconds)} ms`);
    } else if (milliseconds > SLOW_SNAPSHOT) {
      this.#interval = Math.min(this.#interval * 2, MAX_CHECKOUT);
    }
  }

  /** A new picture when the page has a moment, so that the oldest segment can go. */
  #checkout(): void {
    if (this.#checkoutDue || !this.#stop) return;
    this.#checkoutDue = true;
    const take = () =>
      quietly(() => {
        if (this.#stop && !this.#isTooBig()) record.takeFullSnapshot(true);
      });
    if (typeof requestIdleCallback === 'function') requestIdleCallback(take, { timeout: 3000 });
    else later(take, 0);
  }

  #giveUp(why: string): void {
    this.#gaveUp ??= `There is no replay after ${new Date(now()).toISOString()}: the page is too heavy, ${why}.`;
    // Inside rrweb's own callback its observers must not be taken away yet.
    later(() => quietly(() => this.stop()), 0);
  }
}

function elements(): number {
  return document.getElementsByTagName('*').length;
}
