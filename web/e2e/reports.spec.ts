import { expect, test } from '@playwright/test';
import { BrokenShop } from './broken.ts';
import { Door, json, replayEvents } from './envelopes.ts';
import { ExtendedBrowser } from './extension.ts';

let door: Door;
let shop: BrokenShop;

test.beforeEach(async () => {
  door = await new Door().open();
  shop = await new BrokenShop().open();
});

test.afterEach(() => {
  door.close();
  shop.close();
});

interface SutureScript {
  report(text: { title: string; note?: string }): Promise<string>;
}

test.describe('the page script', () => {
  test('reports on demand and gives the link', async ({ page }) => {
    shop.loadSdk(`data-dsn="${door.dsn}" data-release="shop@9" data-environment="staging"`);
    await page.goto(shop.origin);
    const link = await page.evaluate(() => {
      const { Suture } = window as unknown as { Suture: SutureScript };
      return Suture.report({ title: 'It looks odd', note: 'see the sum' });
    });
    const received = await door.next();
    expect(link).toBe(`${door.origin}/captures/${received.header.event_id}`);
    expect(json(received, 'event')).toMatchObject({
      message: 'It looks odd',
      release: 'shop@9',
      environment: 'staging',
      contexts: { suture: { title: 'It looks odd', note: 'see the sum' } },
    });
  });

  test('sends the essentials when the page is left right after the failure', async ({ page }) => {
    shop.loadSdk(`data-dsn="${door.dsn}"`);
    await page.goto(shop.origin);
    await page.getByTestId('pay').click();
    await page.waitForTimeout(150);
    await page.goto('about:blank');
    const received = await door.next();
    expect(json(received, 'event').exception.values.at(-1).value).toContain("reading 'price'");
    expect(json(received, 'network.har').log.entries).toHaveLength(2);
    expect(json(received, 'page.json').coverage.notes).toContain(
      'The page was left right after the failure: no replay.',
    );
  });

  test('stays away for as long as the server asks', async ({ page }) => {
    shop.loadSdk(`data-dsn="${door.dsn}"`);
    await page.goto(shop.origin);
    door.refusal = { status: 429, headers: { 'Retry-After': '60' } };
    const refused = page.waitForResponse((response) => response.status() === 429);
    await page.getByTestId('pay').click();
    await refused;
    door.refusal = undefined;
    const answer = await page.evaluate(() => {
      const { Suture } = window as unknown as { Suture: SutureScript };
      return Suture.report({ title: 'again' }).catch((error: Error) => error.message);
    });
    expect(answer).toMatch(/^The server asked to wait: try again in \d+ s\.$/);
    expect(door.received).toEqual([]);
  });

  test('changes nothing that the page can see', async ({ page }) => {
    shop.loadSdk(`data-dsn="${door.dsn}" data-capture-errors="false"`);
    await page.goto(shop.origin);
    const seen = await page.evaluate(async () => {
      const rejections: unknown[] = [];
      addEventListener('unhandledrejection', (event) => {
        rejections.push(event.reason);
        event.preventDefault();
      });
      const reason = new Error('stop');
      const aborted = () => fetch('/api/stock', { signal: AbortSignal.abort(reason) });
      const caught = await aborted().catch((error: unknown) => error === reason);
      aborted();
      await new Promise((resolve) => setTimeout(resolve, 100));
      const response = await fetch('/api/stock');
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      const chunk = await reader.read();
      return {
        caught,
        rejections: rejections.length,
        same: rejections[0] === reason,
        url: response.url.endsWith('/api/stock'),
        chunk: new TextDecoder().decode(chunk.value),
        source: Function.prototype.toString.call(fetch).includes('native code'),
        names: [fetch.name, fetch.length, console.log.name, XMLHttpRequest.prototype.send.name],
      };
    });
    expect(seen).toEqual({
      caught: true,
      rejections: 1,
      same: true,
      url: true,
      chunk: '{"left":3}',
      source: true,
      names: ['fetch', 1, 'log', 'send'],
    });
  });

  test('leaves its own frames out of the page’s failures', async ({ page }) => {
    shop.loadSdk(`data-dsn="${door.dsn}"`);
    await page.goto(shop.origin);
    await page.evaluate(() => {
      void (async function load() {
        await fetch('http://127.0.0.1:1/nobody');
      })();
    });
    const received = await door.next();
    const [thrown] = json(received, 'event').exception.values;
    expect(thrown).toMatchObject({ type: 'TypeError', value: 'Failed to fetch' });
    expect(JSON.stringify(thrown.stacktrace.frames)).toContain('load');
    expect(JSON.stringify(thrown.stacktrace.frames)).not.toContain('suture.js');
    const [entry] = json(received, 'network.har').log.entries;
    expect(entry).toMatchObject({ _error: 'TypeError: Failed to fetch', response: { status: 0 } });
  });

  test('draws no page that is too big to draw, and says so', async ({ page }) => {
    shop.loadSdk(`data-dsn="${door.dsn}"`);
    await page.addInitScript(() => {
      addEventListener(
        'DOMContentLoaded',
        () => {
          document.body.append(
            ...Array.from({ length: 60_000 }, () => document.createElement('hr')),
          );
        },
        true,
      );
    });
    await page.goto(shop.origin);
    await page.getByTestId('pay').click();
    const received = await door.next();
    expect(received.items.map(({ header }) => header.type)).not.toContain('replay_recording');
    expect(json(received, 'page.json').coverage.notes.join('\n')).toMatch(
      /There is no replay after .*: the page is too heavy, it has 60\d\d\d elements\./,
    );
    expect(json(received, 'network.har').log.entries).toHaveLength(2);
  });

  test('keeps what is typed out of the replay and the actions', async ({ page }) => {
    shop.loadSdk(`data-dsn="${door.dsn}"`);
    await page.goto(shop.origin);
    await page.getByLabel('Card').fill('typed-into-card');
    const password = page.locator('input[type=password]');
    await password.fill('typed-into-password');
    await password.evaluate((field: HTMLInputElement) => {
      field.type = 'text';
    });
    await page.locator('input[type=text]').pressSequentially('typed-after-toggle');
    await page.keyboard.press('Control+a');
    await page.getByTestId('pay').click();
    const received = await door.next();
    const events = JSON.stringify(replayEvents(received));
    const actions = json(received, 'actions.json');
    expect(events).not.toMatch(/typed-/);
    expect(JSON.stringify(actions)).not.toMatch(/typed-/);
    expect(actions.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['navigate', 'input', 'key', 'click']),
    );
    const card = actions.find(({ kind }: { kind: string }) => kind === 'input');
    expect(card).toMatchObject({
      value: expect.stringMatching(/^[a-z]{5}-[a-z]{4}-[a-z]{4}$/),
      target: { label: 'Card', role: 'textbox' },
    });
  });
});

test.describe('the extension', () => {
  let browser: ExtendedBrowser;

  test.beforeEach(async () => {
    browser = await ExtendedBrowser.launch();
  });
  test.afterEach(() => browser.close());

  test('keeps the story across a full navigation', async () => {
    await browser.useDsn(door.dsn);
    const page = await browser.context.newPage();
    await page.goto(`${shop.origin}/first`);
    await page.getByTestId('pay').click();
    await page.waitForTimeout(300);
    await page.goto(`${shop.origin}/second`);
    const popup = await browser.popupFor(page);
    await popup.getByRole('button', { name: 'Send report' }).click();
    await expect(popup.getByRole('heading', { name: 'Report sent' })).toBeVisible();

    const received = await door.next();
    const actions = json(received, 'actions.json');
    expect(actions.map(({ kind, url }: { kind: string; url?: string }) => url ?? kind)).toEqual(
      expect.arrayContaining([`${shop.origin}/first`, 'click', `${shop.origin}/second`]),
    );
    expect(json(received, 'event').exception.values.at(-1).value).toContain("reading 'price'");
    const hrefs = replayEvents(received).flatMap(({ type, data }) =>
      type === 4 ? [data.href] : [],
    );
    expect(new Set(hrefs).size).toBeGreaterThan(1);
    expect(json(received, 'page.json').url).toContain('/second');
  });

  test('says what to do about a wrong DSN, a wrong key and a server that is away', async () => {
    const page = await browser.context.newPage();
    await page.goto(shop.origin);
    const popup = await browser.popupFor(page);
    await popup.getByLabel('The project’s DSN').fill('shop.example.com');
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('alert').first()).toContainText('The DSN is no URL.');
    await popup.getByLabel('The project’s DSN').fill(door.dsn);
    await popup.keyboard.press('Enter');

    door.refusal = { status: 403 };
    const send = popup.getByRole('button', { name: 'Send report' });
    await send.click();
    await expect(popup.locator('#send-error')).toContainText('refused the DSN’s key for project 1');
    door.close();
    await send.click();
    await expect(popup.locator('#send-error')).toContainText('does not answer');
    await expect(send).toBeEnabled();
  });

  test('leaves the picture out when the person wants it so', async () => {
    await browser.useDsn(door.dsn);
    const page = await browser.context.newPage();
    await page.goto(shop.origin);
    const popup = await browser.popupFor(page);
    await expect(popup.getByAltText('The visible part of the tab')).toBeVisible();
    await popup.getByLabel('Include the picture').uncheck();
    await popup.getByRole('button', { name: 'Send report' }).click();
    const received = await door.next();
    expect(received.items.map(({ header }) => header.filename)).not.toContain('screenshot.png');
    expect(json(received, 'page.json').coverage.notes).toContain(
      'There is no screenshot of the page.',
    );
  });

  test('says when a page cannot be recorded, and offers to reload one that could', async () => {
    await browser.useDsn(door.dsn);
    const page = await browser.context.newPage();
    await page.goto('chrome://version');
    const popup = await browser.popupFor(page);
    await expect(popup.locator('#obstacle h2')).toHaveText('This page cannot be recorded');
    await expect(popup.getByRole('button', { name: 'Send report' })).toBeHidden();

    const { origin } = shop;
    shop.close();
    await page.goto(`${origin}/gone`).catch(() => {});
    await expect.poll(() => page.url()).toContain('chrome-error:');
    await popup.reload();
    await expect(popup.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  });
});

test('the extension and the page script record side by side', async () => {
  const browser = await ExtendedBrowser.packedWith(door.dsn);
  try {
    shop.loadSdk(`data-dsn="${door.dsn}"`);
    const page = await browser.context.newPage();
    await page.goto(shop.origin);
    await page.getByTestId('pay').click();
    const fromScript = await door.next();
    const popup = await browser.popupFor(page);
    await popup.getByRole('button', { name: 'Send report' }).click();
    const fromExtension = await door.next(2);
    for (const [received, name] of [
      [fromScript, 'suture.sdk'],
      [fromExtension, 'suture.extension'],
    ] as const) {
      expect(received.header.sdk.name).toBe(name);
      expect(json(received, 'event').exception.values).toHaveLength(1);
      const { entries } = json(received, 'network.har').log;
      expect(entries).toHaveLength(2);
      expect(entries[1].response.content.text).toContain('"items":[]');
    }
  } finally {
    await browser.close();
  }
});

test('the extension is ready to use when a DSN is packed with it', async () => {
  const browser = await ExtendedBrowser.packedWith(door.dsn);
  try {
    const page = await browser.context.newPage();
    await page.goto(shop.origin);
    const popup = await browser.popupFor(page);
    await popup.getByRole('button', { name: 'Send report' }).click();
    expect((await door.next()).header.dsn).toBe(door.dsn);
  } finally {
    await browser.close();
  }
});
