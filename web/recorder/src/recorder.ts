import type { Action } from '@suture/wire/capture';
import { recordActions, safeAction } from './actions';
import { recordBeacon } from './beacon';
import { type Capture, type Summary, WINDOW } from './capture';
import { type ConsoleLine, consoleEntry, recordConsole } from './console';
import type { Coverage } from './coverage';
import { noted } from './coverage';
import { debugImages } from './debugids';
import { exceptions, type Failure, messageOf, recordErrors } from './errors';
import type { Exchange } from './exchange';
import { recordFetch } from './fetch';
import { toHar } from './har';
import { now, quietly } from './natives';
import { recordNavigation } from './navigation';
import { type PageOptions, pageFacts } from './page';
import { Redactor } from './redact';
import { Replay } from './replay';
import { Ring } from './ring';
import { safeReplay } from './safereplay';
import { StorageLog } from './storage';
import { Unseen } from './unseen';
import { recordXhr } from './xhr';

export interface RecorderOptions extends PageOptions {
  /** More names whose values are secret, beside the well-known ones. */
  readonly redactKeys?: readonly string[] | undefined;
  /** The address of the recorder's own script, whose frames are none of the page's. */
  readonly ownScript?: string | undefined;
}

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
      () => recordActions(this.#actions),
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

  /** What is kept, redacted and ready to leave the page. */
  collect(): Capture {
    const redactor = new Redactor(this.options.redactKeys);
    const rings = [this.#console, this.#exchanges, this.#actions, this.#failures];
    const coverage: Coverage = {
      redacted: 0,
      truncatedBodies: 0,
      dropped: rings.reduce((sum, ring) => sum + ring.dropped, this.#replay.dropped),
      notes: [],
    };
    const to = now();
    const from = to - AGE;
    const replay = safeReplay(this.#replay.events(coverage), redactor);
    const lines = this.#console.since(from);
    const entries = this.#exchanges.since(from);
    const failures = this.#failures.since(from).map((failure) => ({
      at: failure.at,
      message: redactor.text(messageOf(failure)),
      exceptions: exceptions(failure, redactor, this.options.ownScript),
    }));
    if (this.#startedAt > to - WINDOW) {
      noted(coverage, `The window begins ${seconds(to - this.#startedAt)} ago, with this page.`);
    }
    this.#unseen.note(coverage);
    const held = { from: Math.max(this.#startedAt, from), to };
    const storage = this.#storage.at(held.from, redactor);
    const parts = {
      console: lines.map((line) => consoleEntry(line, redactor)),
      actions: this.#actions.since(from).map((action) => safeAction(action, redactor)),
      network: toHar(entries, redactor, coverage),
      page: pageFacts(this.options, redactor, coverage, held),
      ...(storage && { storage }),
    };
    coverage.redacted = redactor.count;
    const images = debugImages(window).map((image) => ({
      ...image,
      code_file: redactor.url(image.code_file),
    }));
    return { parts, replay, failures, images };
  }
}

function seconds(milliseconds: number): string {
  return `${Math.max(0, Math.round(milliseconds / 1000))} s`;
}
