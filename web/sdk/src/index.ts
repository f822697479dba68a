import type { Options } from './options';
import { start } from './running';

export type { Options, ReportText } from './options';
export { close, report } from './running';

/**
 * Starts the recorder; a second call is ignored, one recorder is enough for a page. A wrong DSN is
 * told on the console: monitoring must not break what it watches.
 */
export function init(options: Options): void {
  start(options);
}
