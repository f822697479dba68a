import { bytesBody, isText, textBody } from './body';
import {
  absolute,
  addBody,
  type Exchange,
  isReporting,
  newExchange,
  since,
  weight,
} from './exchange';
import { keepRequestBody } from './fetch';
import { apply, callSite, intercept, quietly } from './natives';
import type { Ring } from './ring';

interface Opened {
  method: string;
  url: string;
  headers: [string, string][];
}

/** Listens to XMLHttpRequest; nothing is put on `upload`, that would make the request preflighted. */
export function recordXhr(ring: Ring<Exchange>): () => void {
  if (typeof XMLHttpRequest !== 'function') return () => {};
  const opened = new WeakMap<XMLHttpRequest, Opened>();
  const prototype = XMLHttpRequest.prototype;
  const undo = [
    intercept(prototype, 'open', (target, self, args) => {
      quietly(() => {
        const [method, url] = args;
        const request = { method: String(method), url: absolute(String(url)), headers: [] };
        opened.set(self as XMLHttpRequest, request);
      });
      return apply(target, self, args);
    }),
    intercept(prototype, 'setRequestHeader', (target, self, args) => {
      quietly(() => {
        opened.get(self as XMLHttpRequest)?.headers.push([String(args[0]), String(args[1])]);
      });
      return apply(target, self, args);
    }),
    intercept(prototype, 'send', function trap(target, self, args) {
      quietly(() => {
        const xhr = self as XMLHttpRequest;
        const request = opened.get(xhr);
        if (request && !isReporting(request.url)) sent(ring, xhr, request, args[0], callSite(trap));
      });
      return apply(target, self, args);
    }),
  ];
  return () => {
    for (const restore of undo) restore();
  };
}

function sent(
  ring: Ring<Exchange>,
  xhr: XMLHttpRequest,
  request: Opened,
  body: unknown,
  initiator: () => string,
): void {
  const exchange = newExchange('xhr', request.method, request.url, initiator);
  exchange.requestHeaders = request.headers;
  ring.push(exchange, exchange.at, weight(exchange));
  const type = request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  keepRequestBody(ring, exchange, body, type);

  const onState = () => {
    if (xhr.readyState === 2) exchange.headersAfter ??= since(exchange);
    // The page's own listeners take their time before `loadend`.
    if (xhr.readyState === 4) exchange.endedAfter = since(exchange);
  };
  const onFailure = (event: Event) => {
    exchange.error = { abort: 'aborted', timeout: 'timed out' }[event.type] ?? 'network error';
  };
  const onEnd = () => {
    xhr.removeEventListener('readystatechange', onState);
    for (const type of FAILURES) xhr.removeEventListener(type, onFailure);
    exchange.endedAfter ??= since(exchange);
    quietly(() => answered(ring, exchange, xhr));
  };
  xhr.addEventListener('readystatechange', onState);
  for (const type of FAILURES) xhr.addEventListener(type, onFailure, { once: true });
  xhr.addEventListener('loadend', onEnd, { once: true });
}

const FAILURES = ['error', 'abort', 'timeout'];

function answered(ring: Ring<Exchange>, exchange: Exchange, xhr: XMLHttpRequest): void {
  if (exchange.error) return;
  exchange.status = xhr.status;
  exchange.statusText = xhr.statusText;
  if (xhr.responseURL && xhr.responseURL !== exchange.url) exchange.responseUrl = xhr.responseURL;
  for (const line of xhr.getAllResponseHeaders().trim().split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0)
      exchange.responseHeaders.push([line.slice(0, colon), line.slice(colon + 1).trim()]);
  }
  const mimeType = xhr.getResponseHeader('content-type') ?? '';
  switch (xhr.responseType) {
    case '':
    case 'text':
      addBody(ring, exchange, 'responseBody', textBody(xhr.responseText, mimeType || 'text/plain'));
      break;
    case 'json':
      addBody(ring, exchange, 'responseBody', textBody(JSON.stringify(xhr.response), mimeType));
      break;
    case 'arraybuffer': {
      const bytes = xhr.response as ArrayBuffer | null;
      addBody(
        ring,
        exchange,
        'responseBody',
        bytesBody(new Uint8Array(bytes ?? new ArrayBuffer(0)), mimeType),
      );
      break;
    }
    case 'blob':
      readBlob(ring, exchange, xhr.response as Blob | null, mimeType);
      break;
    case 'document': {
      const page = xhr.response as Document | null;
      const text = page ? new XMLSerializer().serializeToString(page) : '';
      addBody(ring, exchange, 'responseBody', textBody(text, mimeType));
      break;
    }
  }
}

function readBlob(ring: Ring<Exchange>, exchange: Exchange, blob: Blob | null, type: string): void {
  const size = blob?.size ?? 0;
  exchange.responseBody = { mimeType: type, size };
  if (!blob || !isText(type) || size > 4_000_000) return;
  blob.text().then(
    (text) => addBody(ring, exchange, 'responseBody', textBody(text, type)),
    () => {},
  );
}
