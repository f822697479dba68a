import type { Options, ReportText } from './options';
import { Reporter } from './reporter';

const RUNNING = Symbol.for('suture.sdk');
type Scope = { [RUNNING]?: Reporter };

/** Starts the one recorder of a page; `ownScript` is its address where it is a script of its own. */
export function start(options: Options, ownScript?: string): void {
  const scope = globalThis as Scope;
  if (scope[RUNNING]) return;
  try {
    scope[RUNNING] = new Reporter(options, ownScript);
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
