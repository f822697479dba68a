// <script src="suture.js" data-dsn="…" data-release="…" data-environment="…" data-redact-keys="a,b"
//   data-capture-errors="false" data-seed-random="true"></script>
import type { Options } from './options';
import { close, report, start } from './running';

const script = document.currentScript as HTMLScriptElement | null;
const data = script?.dataset;
const ownScript = script?.src;

function init(options: Options): void {
  start(options, ownScript);
}

if (data?.dsn) {
  init({
    dsn: data.dsn,
    captureErrors: data.captureErrors !== 'false',
    ...(data.release && { release: data.release }),
    ...(data.environment && { environment: data.environment }),
    seedRandom: data.seedRandom === 'true',
    ...(data.redactKeys && { redactKeys: data.redactKeys.split(',') }),
  });
}

export { close, init, report };
