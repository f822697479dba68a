import type { eventWithTime } from '@rrweb/types';
import type { Action, CaptureParts, ConsoleEntry, HarEntry } from '@suture/wire/capture';
import { recordActions, safeAction } from './actions';
import { recordBeacon } from './beacon';
import { type Capture, type Summary, WINDOW } from './capture';
import { Channels } from './channels';
import { type ConsoleLine, consoleEntry, recordConsole } from './console';
import type { Coverage } from './coverage';
import { noted } from './coverage';
import { debugImages } from './debugids';
import { exceptions, type Failure, messageOf, recordErrors } from './errors';
import type { Exchange } from './exchange';
import { recordFetch } from './fetch';
import { reproducibility } from './grade';
import { harEntry, harOf } from './har';
import { later, now, quietly, tick } from './natives';
import { recordNavigation } from './navigation';
import { type PageOptions, pageFacts } from './page';
import { Pseudonyms } from './pseudonym';
import { Chance } from './random';
import { Redactor } from './redact';
import { Replay } from './replay';
import { Ring } from './ring';
import { SafeReplay } from './safereplay';
import { StorageLog } from './storage';
import { Typed } from './typed';
import { Unseen } from './unseen';
import { recordXhr } from './xhr';

export interface RecorderOptions extends PageOptions {
  /** More names whose values are secret, beside the well-known ones. */
  readonly redactKeys?: readonly string[] | undefined;
  /** The address of the recorder's own script, whose frames are none of the page's. */
  readonly ownScript?: string | undefined;
  /** Seed `Math.random` and `crypto.randomUUID`, so that a run can draw the same. */
  readonly seedRandom?: boolean | undefined;
}

/** What the rings held when a capture was asked for. */
interface Kept {
  readonly lines: ConsoleLine[];
  readonly exchanges: Exchange[];
  readonly actions: Action[];
  readonly replay: eventWithTime[];
}

/** How long a capture may work before the page has its turn, in milliseconds. */
const SLICE = 12;

const AGE = WINDOW + 30_000;

/** Keeps the page's last two minutes. With the replay's 10 MB, all limits together are 20 MB. */
export class Recorder {
  onFailure: ((failure: Failure) => void) | undefined;
  readonly #console = new Ring<ConsoleLine>({ age: AGE, entries: 2000, bytes: 2_000_000 });
  readonly #exchanges = new Ring<Exchange>({ age: AGE, entries: 500, bytes: 6_500_000 });
  readonly #actions = new Ring<Action>({ age: AGE, entries: 600, bytes: 500_000 });
  readonly #failures = new Ring<Failure>({ age: AGE, entries: 50, bytes: 1_000_000 });
  readonly #replay = new Replay();
  readonly #unseen = new Unseen();
  readonly #storage = new StorageLog(AGE);
  readonly #channels = new Channels();
  readonly #chance = new Chance();
  readonly #typed = new Typed();
  readonly #startedAt = now();
  #undo: (() => void)[] = [];

  constructor(private options: RecorderOptions) {}

  start(): this {
    const parts = [
      () => recordErrors(this.#failures, () => this.onFailure),
      () => recordConsole(this.#console),
      () => recordFetch(this.#exchanges),
      () => recordXhr(this.#exchanges),
      () => recordBeacon(this.#exchanges),
      () => recordNavigation(this.#actions),
      () => recordActions(this.#actions, this.#typed),
      () => this.#channels.watch(),
      () => this.#chance.watch(this.options.seedRandom === true),
      () => this.#unseen.watch(),
    ];
    for (const part of parts) quietly(() => this.#undo.push(part()));
    quietly(() => this.#storage.start());
    quietly(() => this.#replay.start());
    return this;
  }

  stop(): void {
    for (const undo of this.#undo) quietly(undo);
    this.#undo = [];
    this.#storage.stop();
    quietly(() => this.#replay.stop());
  }

  configure(options: Partial<RecorderOptions>): void {
    this.options = { ...this.options, ...options };
  }

  summary(): Summary {
    const summary: Summary = {
      title: document.title,
      url: location.href,
      errors: this.#failures.length,
      requests: this.#exchanges.length,
      actions: this.#actions.length,
      lines: this.#console.length,
      seconds: Math.round(Math.min(now() - this.#startedAt, WINDOW) / 1000),
    };
    const last = this.#failures.last;
    if (last) summary.lastError = new Redactor(this.options.redactKeys).text(messageOf(last));
    return summary;
  }

  /** What is kept, redacted and ready to leave the page, at once. */
  collect(): Capture {
    const work = this.#collecting();
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
    }
  }

  /** The same in slices between which the page goes on. */
  async collectSoon(): Promise<Capture> {
    const work = this.#collecting();
    for (;;) {
      const end = tick() + SLICE;
      do {
        const step = work.next();
        if (step.done) return step.value;
      } while (tick() < end);
      await pause();
    }
  }

  *#collecting(): Generator<void, Capture> {
    const to = now();
    const held = { from: Math.max(this.#startedAt, to - AGE), to };
    const coverage = this.#coverage();
    const actions = this.#actions.since(to - AGE);
    const { redactKeys, ownScript } = this.options;
    const known = this.#typed.known(actions);
    const redactor = new Redactor(redactKeys, new Pseudonyms(), known);
    const kept = {
      lines: this.#console.since(to - AGE),
      exchanges: this.#exchanges.since(to - AGE),
      replay: this.#replay.events(coverage),
      actions,
    };
    // The first reading finds the secrets, the second one replaces them wherever they stand.
    yield* this.#parts(kept, redactor, { ...coverage, notes: [] }, held);
    redactor.count = 0;
    const parts = yield* this.#parts(kept, redactor, coverage, held);
    const replay: eventWithTime[] = [];
    const safe = new SafeReplay(redactor);
    for (const event of kept.replay) {
      replay.push(safe.event(event));
      yield;
    }
    // Equal failures have to read alike in every capture: there one word stands for every secret.
    const plain = new Redactor(redactKeys, undefined, known);
    const failures = this.#failures.since(to - AGE).map((failure) => ({
      at: failure.at,
      message: plain.text(messageOf(failure)),
      exceptions: exceptions(failure, plain, ownScript),
    }));
    coverage.redacted = redactor.count + plain.count;
    coverage.pseudonyms = true;
    coverage.reproducibility = reproducibility(parts);
    const images = debugImages(window).map((image) => ({
      ...image,
      code_file: redactor.url(image.code_file),
    }));
    return { parts, replay, failures, images };
  }

  *#parts(
    kept: Kept,
    redactor: Redactor,
    coverage: Coverage,
    held: CaptureParts['page']['window'],
  ): Generator<void, CaptureParts> {
    const entries: HarEntry[] = [];
    for (const exchange of kept.exchanges) {
      entries.push(harEntry(exchange, redactor, coverage));
      yield;
    }
    const storage = this.#storage.at(held.from, redactor);
    yield;
    const lines: ConsoleEntry[] = [];
    for (const line of kept.lines) {
      lines.push(consoleEntry(line, redactor));
      yield;
    }
    const channels = this.#channels.since(held.from, redactor);
    yield;
    return {
      page: pageFacts(this.options, redactor, coverage, held),
      console: lines,
      actions: kept.actions.map((action) => safeAction(action, redactor, this.#typed)),
      network: harOf(entries),
      ...(storage && { storage }),
      ...(channels.length > 0 && { channels }),
      random: this.#chance.drawn(redactor),
    };
  }

  #coverage(): Coverage {
    const rings = [this.#console, this.#exchanges, this.#actions, this.#failures];
    const coverage: Coverage = {
      redacted: 0,
      truncatedBodies: 0,
      dropped: rings.reduce((sum, ring) => sum + ring.dropped, this.#replay.dropped),
      notes: [],
    };
    const age = now() - this.#startedAt;
    if (age < WINDOW) noted(coverage, `The window begins ${seconds(age)} ago, with this page.`);
    this.#unseen.note(coverage);
    return coverage;
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => later(resolve, 0));
}

function seconds(milliseconds: number): string {
  return `${Math.max(0, Math.round(milliseconds / 1000))} s`;
}
