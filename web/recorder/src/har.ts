import type { Har, HarEntry, HarHeader } from '@suture/wire/capture';
import type { Coverage } from './coverage';
import type { Body, Exchange } from './exchange';
import { since } from './exchange';
import type { Redactor } from './redact';
import { VERSION } from './version';

/** A body whose pieces lie further apart was sent in pieces, and not only received so. */
const STREAMED = 50;

export function harOf(entries: HarEntry[]): Har {
  return { log: { version: '1.2', creator: { name: 'suture', version: VERSION }, entries } };
}

export function harEntry(exchange: Exchange, redactor: Redactor, coverage: Coverage): HarEntry {
  const time = exchange.endedAfter ?? since(exchange);
  const wait = Math.min(exchange.headersAfter ?? time, time);
  const result: HarEntry = {
    startedDateTime: new Date(exchange.at).toISOString(),
    time: round(time),
    request: request(exchange, redactor),
    response: response(exchange, redactor),
    cache: {},
    timings: { send: 0, wait: round(wait), receive: round(time - wait) },
    _id: exchange.id,
    _at: exchange.at,
    _kind: exchange.kind,
  };
  const { chunks } = exchange.responseBody ?? {};
  if (chunks && (chunks.at(-1)?.after ?? 0) - (chunks[0]?.after ?? 0) > STREAMED) {
    result._chunks = chunks;
  }
  const initiator = exchange.initiator();
  if (initiator) result._initiator = redactor.values(initiator.slice(0, 5000));
  if (exchange.error) result._error = redactor.text(exchange.error);
  else if (exchange.status === 0) result._error = 'no answer yet when the capture was taken';
  const cut = [exchange.requestBody, exchange.responseBody].filter((body) => body?.truncated);
  if (cut.length > 0) {
    result._truncated = true;
    coverage.truncatedBodies += cut.length;
  }
  return result;
}

function request(exchange: Exchange, redactor: Redactor): HarEntry['request'] {
  const url = redactor.url(exchange.url);
  const result: HarEntry['request'] = {
    method: exchange.method,
    url,
    httpVersion: 'unknown',
    headers: headers(exchange.requestHeaders, redactor),
    queryString: queryString(url),
    cookies: [],
    headersSize: -1,
    bodySize: exchange.requestBody?.size ?? 0,
  };
  const body = exchange.requestBody;
  if (body) {
    result.postData = {
      mimeType: body.mimeType,
      text: body.text === undefined ? '' : bodyText(body, redactor),
    };
  }
  return result;
}

function response(exchange: Exchange, redactor: Redactor): HarEntry['response'] {
  const body = exchange.responseBody;
  const content: HarEntry['response']['content'] = {
    size: body?.size ?? 0,
    mimeType: body?.mimeType ?? '',
  };
  if (body?.text !== undefined) content.text = bodyText(body, redactor);
  return {
    status: exchange.status,
    statusText: exchange.statusText,
    httpVersion: 'unknown',
    headers: headers(exchange.responseHeaders, redactor),
    cookies: [],
    redirectURL: exchange.responseUrl ? redactor.url(exchange.responseUrl) : '',
    headersSize: -1,
    bodySize: body?.size ?? -1,
    content,
  };
}

function bodyText(body: Body, redactor: Redactor): string {
  // Multipart forms are noted as a query.
  const form = body.mimeType.startsWith('multipart/form-data');
  return redactor.body(body.text ?? '', form ? 'application/x-www-form-urlencoded' : body.mimeType);
}

function headers(pairs: [string, string][], redactor: Redactor): HarHeader[] {
  return pairs
    .slice(0, 200)
    .map(([name, value]) => ({ name, value: redactor.header(name, value) }));
}

function queryString(url: string): HarHeader[] {
  try {
    return [...new URL(url).searchParams].map(([name, value]) => ({ name, value }));
  } catch {
    return [];
  }
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
