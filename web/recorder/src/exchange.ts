import { now, tick } from './natives';
import type { Ring } from './ring';

/** Most of a body that is kept, in characters. */
export const MAX_BODY = 1_000_000;

export interface Body {
  text?: string;
  mimeType: string;
  /** As far as it is known: bytes for binary bodies, characters for text. */
  size: number;
  truncated?: boolean;
  /** Of a body that came in pieces: when, and up to which character. */
  chunks?: { after: number; to: number }[];
}

/** One request with its response, as it happens; the HAR entry is made when a capture is taken. */
export interface Exchange {
  readonly id: string;
  readonly kind: 'fetch' | 'xhr' | 'beacon';
  readonly at: number;
  readonly started: number;
  readonly initiator: () => string;
  method: string;
  url: string;
  requestHeaders: [string, string][];
  requestBody?: Body;
  status: number;
  statusText: string;
  responseHeaders: [string, string][];
  responseUrl?: string;
  responseBody?: Body;
  /** Milliseconds from the start. */
  headersAfter?: number;
  endedAfter?: number;
  error?: string;
}

let exchanges = 0;

export function newExchange(
  kind: Exchange['kind'],
  method: string,
  url: string,
  initiator: () => string,
): Exchange {
  return {
    id: `x${++exchanges}`,
    kind,
    at: now(),
    started: tick(),
    initiator,
    method: method.toUpperCase(),
    url,
    requestHeaders: [],
    status: 0,
    statusText: '',
    responseHeaders: [],
  };
}

export function since(exchange: Exchange): number {
  return Math.max(0, tick() - exchange.started);
}

export function absolute(url: string): string {
  try {
    return new URL(url, document.baseURI).href;
  } catch {
    return url;
  }
}

/** A reporter's own traffic (this one's or another's) is no part of the page's story. */
export function isReporting(url: string): boolean {
  return url.includes('/envelope/') && url.includes('sentry_key=');
}

export function weight(exchange: Exchange): number {
  const bodies =
    (exchange.requestBody?.text?.length ?? 0) + (exchange.responseBody?.text?.length ?? 0);
  return 1000 + 2 * (exchange.url.length + bodies);
}

export function addBody(ring: Ring<Exchange>, exchange: Exchange, key: BodyKey, body: Body): void {
  exchange[key] = body;
  ring.grow(exchange, 2 * (body.text?.length ?? 0));
}

export type BodyKey = 'requestBody' | 'responseBody';
