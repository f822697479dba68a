import type { Options, ReportText } from './options';
import { Reporter } from './reporter';

export type { Options, ReportText } from './options';

const RUNNING = Symbol.for('suture.sdk');
type Scope = { [RUNNING]?: Reporter };

/**
 * Starts the recorder; a second call is ignored, one recorder is enough for a page. A wrong DSN is
 * told on the console: monitoring must not break what it watches.
 */
export function init(options: Options): void {
  const scope = globalThis as Scope;
  if (scope[RUNNING]) return;
  try {
    scope[RUNNING] = new Reporter(options);
  } catch (error) {
    console.error(`Suture does not record: ${error instanceof Error ? error.message : error}`);
  }
}

/** Sends the last two minutes as a report, and gives its link. */
export async function report(text: ReportText = {}): Promise<string> {
  const reporter = (globalThis as Scope)[RUNNING];
  if (!reporter) throw new Error('Suture does not record: call Suture.init({ dsn }) first.');
  return reporter.report(text);
}

/** Stops the recorder and puts back what it listened to. */
export function close(): void {
  const scope = globalThis as Scope;
  scope[RUNNING]?.close();
  delete scope[RUNNING];
}
