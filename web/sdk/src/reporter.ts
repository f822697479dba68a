import {
  type Capture,
  type CapturedFailure,
  type Dsn,
  type Envelope,
  type Failure,
  nativeFetch,
  parseDsn,
  Recorder,
  type Sent,
  send,
  toEnvelope,
  toSmallEnvelope,
} from '@suture/recorder';
import { Allowance } from './allowance';
import type { Options, ReportText } from './options';

/** What happened right after a failure (the console, the answer under way) belongs to its story. */
const AFTERMATH = 500;
/** Browsers let a page that goes send 64 KB in all. */
const LAST_WORDS = 60_000;

/** The recorder in a page, and what it sends by itself and on demand. */
export class Reporter {
  readonly #recorder: Recorder;
  readonly #dsn: Dsn;
  readonly #allowance = new Allowance();
  #pending: Failure[] = [];

  constructor(options: Options, ownScript?: string) {
    this.#dsn = parseDsn(options.dsn);
    this.#recorder = new Recorder({
      name: 'suture.sdk',
      release: options.release,
      environment: options.environment,
      redactKeys: options.redactKeys,
      seedRandom: options.seedRandom,
      context: options.context,
      ownScript,
    }).start();
    if (options.captureErrors === false) return;
    this.#recorder.onFailure = (failure) => this.#failed(failure);
    addEventListener('pagehide', () => this.#lastWords());
  }

  /** Sends what is kept; the link opens the capture for whoever may see the project. */
  async report({ title, note }: ReportText = {}): Promise<string> {
    const wait = this.#allowance.wait(Date.now());
    if (wait > 0) throw new Error(`The server asked to wait: try again in ${wait} s.`);
    const capture = await this.#recorder.collectSoon();
    const failure = capture.failures.at(-1);
    const envelope = await toEnvelope(capture, {
      dsn: this.#dsn,
      title: title || failure?.message || capture.parts.page.title,
      note,
      failure,
    });
    const sent = await this.#send(envelope);
    if (sent.kind === 'stored') return sent.link;
    throw new Error(sent.message);
  }

  close(): void {
    this.#recorder.onFailure = undefined;
    this.#recorder.stop();
  }

  #failed(failure: Failure): void {
    const thrown = failure.chain[0];
    const where = thrown?.stack.split('\n').find((line) => /:\d+:\d+/.test(line)) ?? '';
    if (!this.#allowance.take(`${thrown?.type}\n${thrown?.message}\n${where}`, Date.now())) return;
    this.#pending.push(failure);
    setTimeout(() => {
      if (!this.#pending.includes(failure)) return;
      this.#pending = this.#pending.filter((waiting) => waiting !== failure);
      this.#sendFailure(failure).catch(() => {
        // Nobody waits for this capture, and its trouble is not the page's.
      });
    }, AFTERMATH);
  }

  async #sendFailure(failure: Failure): Promise<void> {
    const capture = await this.#recorder.collectSoon();
    await this.#send(await toEnvelope(capture, this.#about(capture, failure)));
  }

  /** The page goes before a pending failure was sent: the essentials go at once. */
  #lastWords(): void {
    try {
      const pending = this.#pending.splice(0);
      for (const failure of pending) {
        const capture = this.#recorder.collect();
        const note = 'The page was left right after the failure: no replay.';
        capture.parts.page.coverage.notes.push(note);
        const envelope = toSmallEnvelope(
          capture,
          this.#about(capture, failure),
          LAST_WORDS / pending.length,
        );
        if (envelope) void this.#send(envelope, true).catch(() => {});
      }
    } catch {
      // The page is going; so is this.
    }
  }

  #about(capture: Capture, { at }: Failure): { dsn: Dsn; failure?: CapturedFailure | undefined } {
    return { dsn: this.#dsn, failure: capture.failures.findLast((failure) => failure.at === at) };
  }

  async #send(envelope: Envelope, keepalive = false): Promise<Sent> {
    const sent = await send(envelope, this.#dsn, { fetch: nativeFetch, keepalive });
    if (sent.kind === 'refused') this.#allowance.rest(sent.waitSeconds, Date.now());
    return sent;
  }
}
