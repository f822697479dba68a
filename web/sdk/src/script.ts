// <script src="suture.js" data-dsn="…" data-release="…" data-environment="…" data-redact-keys="a,b"
//   data-capture-errors="false"></script>
import { close, init, report } from './index';

const data = (document.currentScript as HTMLScriptElement | null)?.dataset;
if (data?.dsn) {
  init({
    dsn: data.dsn,
    captureErrors: data.captureErrors !== 'false',
    ...(data.release && { release: data.release }),
    ...(data.environment && { environment: data.environment }),
    ...(data.redactKeys && { redactKeys: data.redactKeys.split(',') }),
  });
}

export { close, init, report };
