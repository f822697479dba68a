// The lines that connect an application; each is complete as it stands.

export type Sdk = 'browser' | 'node' | 'java' | 'python' | 'go' | 'bugsnag' | 'otlp';

export const sdks: readonly { name: Sdk; label: string }[] = [
  { name: 'browser', label: 'Browser' },
  { name: 'node', label: 'Node' },
  { name: 'java', label: 'Java' },
  { name: 'python', label: 'Python' },
  { name: 'go', label: 'Go' },
  { name: 'bugsnag', label: 'BugSnag' },
  { name: 'otlp', label: 'OpenTelemetry' },
];

export function snippetOf(sdk: Sdk, dsn: string): string {
  const { origin, key, project } = parts(dsn);
  switch (sdk) {
    case 'browser':
      return `import * as Sentry from '@sentry/browser';

Sentry.init({ dsn: '${dsn}', release: 'shop@1.0.0' });`;
    case 'node':
      return `import * as Sentry from '@sentry/node';

Sentry.init({ dsn: '${dsn}', release: 'shop@1.0.0' });`;
    case 'java':
      return `Sentry.init(options -> {
  options.setDsn("${dsn}");
  options.setRelease("shop@1.0.0");
});`;
    case 'python':
      return `import sentry_sdk

sentry_sdk.init(dsn="${dsn}", release="shop@1.0.0")`;
    case 'go':
      return `sentry.Init(sentry.ClientOptions{
	Dsn:     "${dsn}",
	Release: "shop@1.0.0",
})`;
    case 'bugsnag':
      return `import Bugsnag from '@bugsnag/js';

Bugsnag.start({
  apiKey: '${key}',
  endpoints: { notify: '${origin}/notify', sessions: '${origin}/sessions' },
});`;
    case 'otlp':
      return `OTEL_EXPORTER_OTLP_ENDPOINT=${origin}/api/${project}/otlp
OTEL_EXPORTER_OTLP_HEADERS=X-Sentry-Auth=sentry sentry_key=${key}
OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf`;
  }
}

function parts(dsn: string): { origin: string; key: string; project: string } {
  try {
    const url = new URL(dsn);
    return {
      origin: `${url.protocol}//${url.host}`,
      key: url.username,
      project: url.pathname.slice(1),
    };
  } catch {
    return { origin: '', key: '', project: '' };
  }
}
