import {
  type Capture,
  DsnError,
  parseDsn,
  type Screenshot,
  send,
  toEnvelope,
} from '@suture/recorder';
import { browser } from 'wxt/browser';
import { carried } from './carryover';
import type { PageQuestion, Progress, ReportRequest } from './messages';

/** Takes the capture out of the page, packs it and sends it; goes on when the popup is closed. */
export async function deliver(
  request: ReportRequest,
  progress: (progress: Progress) => void,
): Promise<void> {
  try {
    progress({ stage: 'collecting' });
    const dsn = parseDsn(request.dsn);
    const capture = await carried(request.tabId, await captureOf(request.tabId));
    const { coverage } = capture.parts.page;
    if (!request.screenshot) coverage.notes.push('There is no screenshot of the page.');
    progress({ stage: 'packing' });
    const envelope = await toEnvelope(capture, {
      dsn,
      title: request.title,
      note: request.note,
      failure: capture.failures.at(-1),
      screenshot: request.screenshot ? screenshotOf(request.screenshot) : undefined,
    });
    progress({ stage: 'sending' });
    progress({ stage: 'done', sent: await send(envelope, dsn, { fetch: vouched }) });
  } catch (error) {
    progress({ stage: 'failed', message: reason(error) });
  }
}

/** Sends as staff, where a token was set: the server then knows that not just anybody sent it. */
async function vouched(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const { token } = await browser.storage.local.get('token');
  const headers = new Headers(init.headers);
  if (typeof token === 'string' && token) headers.set('Authorization', `Bearer ${token}`);
  return fetch(input, { ...init, headers });
}

async function captureOf(tabId: number): Promise<Capture> {
  const question: PageQuestion = { kind: 'capture' };
  const json: unknown = await browser.tabs.sendMessage(tabId, question);
  if (typeof json !== 'string' || json === '') {
    throw new Error('The page’s recorder gave no capture. Reload the page and try again.');
  }
  return JSON.parse(json) as Capture;
}

export function screenshotOf(dataUrl: string): Screenshot {
  const [, type, base64] = /^data:(image\/(?:png|jpeg|webp));base64,(.*)$/.exec(dataUrl) ?? [];
  if (!type || !base64)
    throw new Error('The screenshot is no picture. Send the report without it.');
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return { type: type as Screenshot['type'], bytes };
}

function reason(error: unknown): string {
  if (error instanceof DsnError) return error.message;
  const text = error instanceof Error ? error.message : String(error);
  return /Receiving end|message port closed|Could not establish/i.test(text)
    ? 'The page has no recorder. Reload the page, repeat the steps and try again.'
    : text;
}
