import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { Door, json, listen, originOf, replayEvents } from './envelopes.ts';
import { seeded } from './secrets.ts';

test('no secret leaves the page, wherever it stands', async ({ page }) => {
  const { seeds, html, script, answers, typed } = seeded();
  expect(seeds.length).toBeGreaterThanOrEqual(200);
  const sdk = await readFile(new URL('../sdk/dist/suture.js', import.meta.url));
  const door = await new Door().open();
  const site = await listen((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '';
    const [, api] = /^\/api\/(\d+)$/.exec(path) ?? [];
    if (api) {
      response.setHeader('Content-Type', 'application/json').end(answers[Number(api)]);
    } else if (path === '/suture.js') {
      response.setHeader('Content-Type', 'text/javascript').end(sdk);
    } else if (path === '/page.js') {
      response.setHeader('Content-Type', 'text/javascript').end(script);
    } else {
      response.setHeader('Content-Type', 'text/html').end(`<!doctype html><meta charset="utf-8">
        <script src="/suture.js" data-dsn="${door.dsn}"></script>${html}<script src="/page.js"></script>`);
    }
  });
  try {
    await page.goto(originOf(site));
    for (const { id, secret } of typed) {
      await page.locator(`#${id}`).click();
      await page.keyboard.type(secret);
    }
    await page.evaluate(() => (window as unknown as { go(): Promise<void> }).go());
    const received = await door.next();
    const texts = received.items
      .filter(({ header }) => header.type !== 'replay_recording')
      .map(({ header, payload }) => ({
        name: header.filename ?? header.type,
        text: payload.toString('utf8'),
      }));
    texts.push({ name: 'replay', text: JSON.stringify(replayEvents(received)) });
    const leaks = seeds.flatMap(({ secret, where }) =>
      texts.flatMap(({ name, text }) => {
        const forms = [secret, encodeURIComponent(secret)];
        return forms.some((form) => text.includes(form)) ? `${where} in ${name}` : [];
      }),
    );
    expect(leaks).toEqual([]);

    // What was typed reads the same in the field, in the request and on the page.
    const typedInto = json(received, 'actions.json').find(
      ({ kind, target }: { kind: string; target: { css: string } }) =>
        kind === 'input' && target.css === '#t1',
    );
    expect(typedInto.value).toMatch(/^[a-z]{6}-[a-z]{4}-[a-z]{5}$/);
    expect(JSON.stringify(json(received, 'network.har'))).toContain(typedInto.value);
    expect(texts.at(-1)?.text).toContain(`You wrote ${typedInto.value}`);
  } finally {
    door.close();
    site.close();
    site.closeAllConnections();
  }
});
