import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { BrokenShop } from './broken.ts';
import { Door, json, type Received, replayEvents } from './envelopes.ts';
import { ExtendedBrowser } from './extension.ts';

const schema = JSON.parse(
  await readFile(new URL('../../contract/capture.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

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

function expectContract(received: Received): void {
  const parts = {
    page: json(received, 'page.json'),
    console: json(received, 'console.json'),
    actions: json(received, 'actions.json'),
    network: json(received, 'network.har'),
    storage: json(received, 'storage.json'),
    random: json(received, 'random.json'),
  };
  validate(parts);
  expect(validate.errors ?? []).toEqual([]);
}

/** The checkout's story, as every shell must tell it. */
function expectStory(received: Received): void {
  expectContract(received);
  const event = json(received, 'event');
  const thrown = event.exception.values.at(-1);
  expect(thrown.type).toBe('TypeError');
  expect(thrown.value).toContain("reading 'price'");
  expect(thrown.stacktrace.frames.at(-1)).toMatchObject({
    function: 'checkout',
    filename: expect.stringContaining('/shop.js'),
    in_app: true,
  });

  const actions = json(received, 'actions.json');
  const click = actions.find(({ kind }: { kind: string }) => kind === 'click');
  expect(click.target).toMatchObject({
    testId: 'pay',
    role: 'button',
    name: 'Pay now',
    text: 'Checkout',
  });

  const { entries } = json(received, 'network.har').log;
  const cart = entries.find(({ request }: { request: { url: string } }) =>
    request.url.includes('/api/cart'),
  );
  expect(cart.request.method).toBe('POST');
  expect(cart.request.postData.text).toMatch(/^\{"item":17,"password":"[a-z]{6}-[a-z]{4}"\}$/);
  expect(cart.response.status).toBe(200);
  expect(JSON.parse(cart.response.content.text)).toEqual({
    items: [],
    access_token: expect.stringMatching(/^[a-z]{6}-[a-z]{6}$/),
  });
  expect(cart._initiator).toContain('/shop.js');
  const stock = entries.find(({ request }: { request: { url: string } }) =>
    request.url.includes('/api/stock'),
  );
  expect(stock).toMatchObject({ _kind: 'xhr', response: { content: { text: '{"left":3}' } } });

  const [warning] = json(received, 'console.json');
  expect(warning).toMatchObject({
    level: 'warn',
    args: ['cart is slow', expect.stringContaining('"attempt":2')],
  });

  const events = replayEvents(received);
  expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining([4, 2, 3]));
  expect(JSON.stringify(events)).toContain('Your basket');
  expect(JSON.stringify(events)).toContain('Inner frame');

  const page = json(received, 'page.json');
  expect(page.release).toBe('shop@1.4.2');
  expect(page.storage).toMatchObject({ local: ['basket'], cookies: ['sid'] });
  expect(page.coverage.reproducibility).toMatchObject({ grade: 'medium' });
  expect(page.clock.epoch).toBeGreaterThanOrEqual(Math.floor(page.clock.timeOrigin));
  expect(page.coverage.redacted).toBeGreaterThan(5);
  expect(page.coverage.notes).toEqual(
    expect.arrayContaining([
      '1 × canvas: what it draws is not in the replay.',
      '1 frame(s): their console, requests and errors were not recorded.',
    ]),
  );
  expectNoCanary(received, events);
}

function expectNoCanary(received: Received, events: unknown): void {
  const texts = received.items
    .filter(({ header }) => !['replay_recording'].includes(header.type))
    .map(({ header, payload }) => [header.filename ?? header.type, payload.toString('latin1')]);
  texts.push(['replay', JSON.stringify(events)]);
  for (const [name, text] of texts) {
    expect([name, text?.match(/canary-[\w-]+/g) ?? []]).toEqual([name, []]);
  }
}

test('the page script captures an uncaught failure by itself', async ({ page }) => {
  shop.loadSdk(`data-dsn="${door.dsn}"`);
  await page.goto(shop.origin);
  await page.getByTestId('pay').click();
  const received = await door.next();
  expectStory(received);
  expect(received.header.sdk.name).toBe('suture.sdk');
  expect(received.url).toBe(
    '/api/1/envelope/?sentry_key=0123456789abcdef0123456789abcdef&sentry_version=7',
  );

  // The same failure again is the same story.
  await page.getByTestId('pay').click();
  await page.waitForTimeout(1200);
  expect(door.received).toHaveLength(1);
});

test('the extension reports a page that knows nothing of it, under a strict policy', async () => {
  const browser = await ExtendedBrowser.launch();
  try {
    await browser.useDsn(door.dsn);
    const page = await browser.context.newPage();
    await page.goto(shop.origin);
    await page.getByTestId('pay').click();
    await expect(page.getByTestId('pay')).toBeVisible();

    const popup = await browser.popupFor(page);
    await expect(popup.locator('#last-error')).toContainText("reading 'price'");
    await expect(popup.getByLabel('Title')).toHaveValue(/^TypeError: /);
    await popup.getByLabel('Note').fill('The sum, not dots.');
    await popup.getByRole('button', { name: 'Send report' }).click();
    await expect(popup.getByRole('heading', { name: 'Report sent' })).toBeFocused();

    const received = await door.next();
    expectStory(received);
    expect(received.header.sdk.name).toBe('suture.extension');
    const event = json(received, 'event');
    expect(event.contexts.suture).toMatchObject({
      type: 'capture',
      version: 1,
      note: 'The sum, not dots.',
    });
    await expect(popup.locator('#link a')).toHaveAttribute(
      'href',
      `${door.origin}/captures/${received.header.event_id}`,
    );
    const screenshot = received.items.find(({ header }) => header.filename === 'screenshot.png');
    expect(screenshot?.payload.subarray(1, 4).toString()).toBe('PNG');
    expect(screenshot?.payload.byteLength).toBeGreaterThan(2000);
  } finally {
    await browser.close();
  }
});
