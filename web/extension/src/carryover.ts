import { type Capture, joined, smallest } from '@suture/recorder';
import { browser } from 'wxt/browser';

// The end of the page before, per tab: a full navigation would lose the story otherwise. It lives in
// the session's memory only, and goes with its tab.

const MAX_JSON = 1_500_000;
const MAX_TABS = 5;
const PREFIX = 'carry:';

export async function keepCarry(tabId: number, json: string): Promise<void> {
  if (json.length > MAX_JSON) return;
  const capture = withCarry(JSON.parse(json) as Capture, await read(tabId));
  const text = smallest(capture, MAX_JSON);
  if (!text) return;
  await makeRoom();
  await browser.storage.session.set({ [PREFIX + tabId]: text });
}

export async function carried(tabId: number, current: Capture): Promise<Capture> {
  return withCarry(current, await read(tabId));
}

export async function dropCarry(tabId: number): Promise<void> {
  await browser.storage.session.remove(PREFIX + tabId);
}

/** One site's report must not hold what the person did on another. */
export function withCarry(current: Capture, previous: Capture | undefined): Capture {
  if (!previous) return current;
  const same = origin(previous.parts.page.url) === origin(current.parts.page.url);
  return same ? joined(previous, current) : current;
}

async function read(tabId: number): Promise<Capture | undefined> {
  const key = PREFIX + tabId;
  const text = (await browser.storage.session.get(key))[key];
  return typeof text === 'string' ? (JSON.parse(text) as Capture) : undefined;
}

async function makeRoom(): Promise<void> {
  const kept = Object.keys(await browser.storage.session.get(null)).filter((key) =>
    key.startsWith(PREFIX),
  );
  await browser.storage.session.remove(kept.slice(0, Math.max(0, kept.length - MAX_TABS + 1)));
}

function origin(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}
