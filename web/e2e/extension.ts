import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium as browser, type Page, type Worker } from '@playwright/test';
import { chromium } from './playwright.config.ts';

const unpacked = fileURLToPath(new URL('../extension/.output/chrome-mv3', import.meta.url));

interface ExtensionApi {
  tabs: { query(filter: object): Promise<{ id: number; url: string }[]> };
  windows: { create(options: { url: string; type: 'popup' }): Promise<unknown> };
  storage: { local: { set(values: object): Promise<void> } };
}

/** Chromium with the built extension in it, in a profile of its own. */
export class ExtendedBrowser {
  private constructor(
    readonly context: BrowserContext,
    readonly worker: Worker,
    private readonly profile: string,
  ) {}

  /** `dsn` is what a team would pack with the extension that it hands out. */
  static async packedWith(dsn: string): Promise<ExtendedBrowser> {
    const extension = await mkdtemp(join(tmpdir(), 'suture-extension-'));
    await cp(unpacked, extension, { recursive: true });
    await writeFile(join(extension, 'suture.json'), JSON.stringify({ dsn }));
    return ExtendedBrowser.launch(extension);
  }

  /** `extension` is the unpacked folder that the browser loads. */
  static async launch(extension = unpacked): Promise<ExtendedBrowser> {
    const profile = await mkdtemp(join(tmpdir(), 'suture-profile-'));
    const context = await browser.launchPersistentContext(profile, {
      ...chromium,
      headless: true,
      viewport: { width: 1000, height: 700 },
      args: [
        ...chromium.args,
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
      ],
    });
    const [running] = context.serviceWorkers();
    const worker = running ?? (await context.waitForEvent('serviceworker'));
    return new ExtendedBrowser(context, worker, profile);
  }

  async useDsn(dsn: string): Promise<void> {
    await this.worker.evaluate(async (text) => {
      const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
      await chrome.storage.local.set({ dsn: text });
    }, dsn);
  }

  /** Opens the popup for a page in a window beside it, so that the page stays the visible tab of its own. */
  async popupFor(page: Page): Promise<Page> {
    await page.bringToFront();
    const opened = this.context.waitForEvent('page');
    await this.worker.evaluate(
      async (url) => {
        const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
        const tab = (await chrome.tabs.query({})).find((open) => open.url.startsWith(url));
        await chrome.windows.create({ url: `/popup.html?tab=${tab?.id}`, type: 'popup' });
      },
      page.url().replace(/[?#].*/, ''),
    );
    return opened;
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.profile, { recursive: true, force: true });
  }
}
