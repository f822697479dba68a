import type { HarEntry } from '@suture/wire/capture';
import { shellWord } from '../ui/shell';

/** True when the page could not have what it asked for. */
export function failed(exchange: HarEntry): boolean {
  return (
    exchange._error !== undefined ||
    exchange.response.status === 0 ||
    exchange.response.status >= 400
  );
}

export function statusWord(exchange: HarEntry): string {
  return exchange.response.status === 0 ? 'failed' : String(exchange.response.status);
}

/** Path and query; the host in front when the address cannot be read. */
export function shortUrl(url: string): string {
  try {
    const { pathname, search } = new URL(url);
    return pathname + search;
  } catch {
    return url;
  }
}

const headersOfTheConnection = new Set([
  'host',
  'connection',
  'content-length',
  'accept-encoding',
  'transfer-encoding',
]);
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/**
 * The request as a curl command; undefined when the address is none of the web. Nothing captured
 * becomes an option, a file to read, or a second command.
 */
export function asCurl(exchange: HarEntry): string | undefined {
  const { method, url, headers, postData } = exchange.request;
  if (!/^https?:\/\//i.test(url) || !token.test(method)) return undefined;
  const parts = [`curl --globoff --url ${shellWord(url)}`];
  if (method !== 'GET' || postData) parts.push(`--request ${shellWord(method)}`);
  for (const { name, value } of headers) {
    if (!token.test(name) || headersOfTheConnection.has(name.toLowerCase())) continue;
    parts.push(`--header ${shellWord(`${name}: ${value}`)}`);
  }
  if (postData) parts.push(`--data-raw ${shellWord(postData.text)}`);
  return parts.join(' \\\n  ');
}

/** A body as it can be read; base64 is undone where it holds text. */
export function bodyText(text: string, encoding?: string): string | undefined {
  if (encoding !== 'base64') return text;
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const indentUpTo = 500_000;

/** JSON indented, everything else as it is. */
export function prettyBody(text: string): { text: string; json: boolean } {
  if (text.length > indentUpTo || !/^\s*[[{"]/.test(text)) return { text, json: false };
  try {
    return { text: JSON.stringify(JSON.parse(text), null, 2), json: true };
  } catch {
    return { text, json: false };
  }
}
