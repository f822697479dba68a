import { isText, readStream, requestBody } from './body';
import {
  absolute,
  addBody,
  type Exchange,
  isReporting,
  newExchange,
  since,
  weight,
} from './exchange';
import { apply, callSite, intercept, quietly } from './natives';
import type { Ring } from './ring';

/** Listens to fetch: the page gets its own Response and its own errors, from a promise of its own. */
export function recordFetch(ring: Ring<Exchange>): () => void {
  return intercept(window, 'fetch', function trap(target, self, args) {
    let exchange: Exchange | undefined;
    quietly(() => {
      exchange = begin(ring, args, callSite(trap));
    });
    const answer: unknown = apply(target, self, args);
    const seen = exchange;
    if (!seen || !(answer instanceof Promise)) return answer;
    // A second listener beside the page's would hide an unhandled rejection; one in between does not.
    return answer.then(
      (response: Response) => {
        quietly(() => answered(ring, seen, response));
        return response;
      },
      (error: unknown) => {
        quietly(() => failed(seen, error));
        throw error;
      },
    );
  });
}

function begin(
  ring: Ring<Exchange>,
  [input, options]: unknown[],
  initiator: () => string,
): Exchange | undefined {
  const request = input instanceof Request ? input : undefined;
  const init = (options ?? {}) as RequestInit;
  const url = request ? request.url : absolute(String(input));
  if (isReporting(url)) return undefined;
  const exchange = newExchange('fetch', init.method ?? request?.method ?? 'GET', url, initiator);
  const headers = readHeaders(init.headers) ?? new Headers(request?.headers);
  headers.forEach((value, name) => {
    exchange.requestHeaders.push([name, value]);
  });
  const type = headers.get('content-type') ?? '';
  ring.push(exchange, exchange.at, weight(exchange));
  if (init.body !== undefined && init.body !== null) {
    keepRequestBody(ring, exchange, init.body, type);
  } else if (request?.body || (request && !('body' in Request.prototype) && hasBody(request))) {
    // The page's request must stay unread: only its copy is.
    if (!request.bodyUsed) keepCopy(ring, exchange, request.clone(), type);
  }
  return exchange;
}

/** An iterator can be read once only, and that once is the page's. */
function readHeaders(headers: HeadersInit | undefined): Headers | undefined {
  if (headers === undefined) return undefined;
  const once =
    Symbol.iterator in headers && !Array.isArray(headers) && !(headers instanceof Headers);
  return new Headers(once ? undefined : headers);
}

function hasBody(request: Request): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD';
}

export function keepRequestBody(
  ring: Ring<Exchange>,
  exchange: Exchange,
  body: unknown,
  type: string,
): void {
  const kept = requestBody(body, type);
  if (kept instanceof Promise) {
    kept.then(
      (read) => addBody(ring, exchange, 'requestBody', read),
      () => {},
    );
  } else if (kept) {
    addBody(ring, exchange, 'requestBody', kept);
  }
}

function keepCopy(ring: Ring<Exchange>, exchange: Exchange, copy: Request, type: string): void {
  const body = { mimeType: type, size: -1 };
  exchange.requestBody = body;
  if (!isText(type)) {
    void copy.body?.cancel().catch(() => {});
    return;
  }
  const read = copy.body
    ? readStream(copy.body, body)
    : copy.text().then((text) => {
        Object.assign(body, { text, size: text.length });
      });
  read.then(
    () => addBody(ring, exchange, 'requestBody', body),
    () => {},
  );
}

function answered(ring: Ring<Exchange>, exchange: Exchange, response: Response): void {
  exchange.headersAfter = since(exchange);
  exchange.status = response.status;
  exchange.statusText = response.statusText;
  if (response.redirected) exchange.responseUrl = response.url;
  response.headers.forEach((value, name) => {
    exchange.responseHeaders.push([name, value]);
  });
  const mimeType = response.headers.get('content-type') ?? '';
  const body = { mimeType, size: Number(response.headers.get('content-length') ?? -1) };
  exchange.responseBody = body;
  if (response.type === 'opaque')
    exchange.error = 'opaque response: the browser hides it from the page';
  if (!response.body || response.bodyUsed || !isText(mimeType)) {
    exchange.endedAfter = exchange.headersAfter;
    return;
  }
  const copy = response.clone().body;
  if (!copy) return;
  readStream(copy, body, () => since(exchange))
    .catch((error: unknown) => failed(exchange, error))
    .finally(() => {
      exchange.endedAfter = since(exchange);
      addBody(ring, exchange, 'responseBody', body);
    });
}

function failed(exchange: Exchange, error: unknown): void {
  exchange.endedAfter = since(exchange);
  exchange.error =
    error instanceof Error || error instanceof DOMException
      ? `${error.name}: ${error.message}`
      : String(error);
}
