// node node.cjs CLIENT URL KEY PROJECT: does with one client what an application does with it.
const [client, url, key, project] = process.argv.slice(2);
const dsn = url.replace('://', `://${key}@`) + `/${project}`;

function total(cart) {
  return cart.items.length;
}

function cause() {
  try {
    total({});
  } catch (failure) {
    return failure;
  }
}

async function sentry(name) {
  const Sentry = require(name);
  Sentry.init({ dsn, release: `${name}@1.0.0`, environment: 'production' });
  Sentry.captureMessage(`message of ${name}`);
  Sentry.captureException(new RangeError(`handled by ${name}`, { cause: cause() }));
  Sentry.captureFeedback?.({ message: `feedback of ${name}`, email: 'ada@example.org' });
  await Sentry.flush(5000);
  setTimeout(() => {
    throw new SyntaxError(`uncaught by ${name}`);
  }, 10);
}

function bugsnag(name) {
  const Bugsnag = require(name);
  Bugsnag.start({
    apiKey: key,
    endpoints: { notify: `${url}/notify`, sessions: `${url}/sessions` },
    appVersion: `${name}@1.0.0`,
    releaseStage: 'production',
    logger: null,
    sessionSummaryInterval: 1,
  });
  Bugsnag.startSession();
  Bugsnag.notify(new RangeError(`handled by ${name}`, { cause: cause() }));
  setTimeout(() => {
    throw new SyntaxError(`uncaught by ${name}`);
  }, 500);
}

async function opentelemetry(form) {
  const { NodeTracerProvider, SimpleSpanProcessor } = require('@opentelemetry/sdk-trace-node');
  const { OTLPTraceExporter } = require(`@opentelemetry/exporter-trace-otlp-${form}`);
  const exporter = new OTLPTraceExporter({
    url: `${url}/api/${project}/otlp/v1/traces`,
    headers: { 'X-Sentry-Auth': `sentry sentry_key=${key}` },
  });
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const span = provider.getTracer('clients').startSpan('pay');
  span.recordException(new RangeError(`handled by otlp-${form}`));
  span.end();
  await provider.shutdown();
}

if (client.startsWith('sentry')) sentry(client);
else if (client.startsWith('bugsnag')) bugsnag(client);
else opentelemetry(client.replace('otlp-', ''));
