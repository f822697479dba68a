import type { Summary } from '@suture/recorder';
import { browser } from 'wxt/browser';
import type { PageQuestion } from '../messages';

export interface TargetTab {
  readonly id: number;
  readonly windowId: number;
  readonly url: string;
}

/** The tab the popup is about: `?tab=` names one, otherwise it is the one below the popup. */
export async function targetTab(): Promise<TargetTab | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  const tab = named
    ? await browser.tabs.get(Number(named)).catch(() => undefined)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) return undefined;
  return { id: tab.id, windowId: tab.windowId, url: tab.url ?? '' };
}

/** What the tab's recorder holds; nothing when there is no recorder in it. */
export async function summaryOf(tab: TargetTab): Promise<Summary | undefined> {
  const question: PageQuestion = { kind: 'summary' };
  try {
    const json: unknown = await browser.tabs.sendMessage(tab.id, question);
    return typeof json === 'string' && json ? (JSON.parse(json) as Summary) : undefined;
  } catch {
    return undefined;
  }
}

const MAX_PNG = 4_000_000;

/** A picture of the tab as a data URL; only the visible tab of a window can be taken. */
export async function screenshotOf(tab: TargetTab): Promise<string | undefined> {
  try {
    const { active } = await browser.tabs.get(tab.id);
    if (!active) return undefined;
    const png = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
    if (png.length <= MAX_PNG) return png;
    return await browser.tabs.captureVisibleTab(tab.windowId, { format: 'jpeg', quality: 80 });
  } catch {
    return undefined;
  }
}
