import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { Suture } from './suture.ts';

let suture: Suture;
let dsn: URL;

interface Sent {
  type: string;
  value: string;
  release: string;
  browser: string;
  user?: string;
}

/** One event in an envelope, as an SDK sends it. */
async function send({ type, value, release, browser, user }: Sent): Promise<void> {
  const event = {
    event_id: randomUUID().replaceAll('-', ''),
    timestamp: Date.now() / 1000,
    platform: 'javascript',
    level: 'error',
    release,
    environment: 'production',
    exception: {
      values: [{ type, value, stacktrace: { frames: [{ function: type, in_app: true }] } }],
    },
    contexts: { browser: { name: browser, version: '17.5' } },
    ...(user && { user: { email: user } }),
  };
  const payload = JSON.stringify(event);
  const body = [
    JSON.stringify({ event_id: event.event_id, dsn: dsn.href }),
    JSON.stringify({ type: 'event', length: Buffer.byteLength(payload) }),
    payload,
  ].join('\n');
  const answer = await fetch(`${suture.url}/api${dsn.pathname}/envelope/`, {
    method: 'POST',
    headers: { 'X-Sentry-Auth': `Sentry sentry_version=7, sentry_key=${dsn.username}` },
    body,
  });
  expect(answer.status).toBe(200);
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  suture = await Suture.up();
  expect(suture.run('project', 'add', 'shop', '--name', 'Shop').status).toBe(0);
  const { projects } = await (await suture.fetch('/api/v1/projects')).json();
  dsn = new URL(projects[0].dsn);
  await send({ type: 'CartError', value: 'no cart', release: '1.2.0', browser: 'Safari' });
  await send({ type: 'PayError', value: 'no pay', release: '1.2.1', browser: 'Firefox' });
  await send({
    type: 'MapError',
    value: 'no map',
    release: '2.0.0',
    browser: 'Firefox',
    user: 'ann@shop.example',
  });
  await expect
    .poll(async () => (await (await suture.fetch('/api/v1/issues')).json()).issues.length)
    .toBe(3);
});

test.afterAll(async () => {
  await suture?.down();
});

test('issues are found by a query that completes itself, and by their tags', async ({
  page,
  context,
}) => {
  await suture.signIn(context);
  await page.goto(suture.url);
  const rows = page.locator('.issue-line .issue-link');
  const field = page.getByRole('combobox', { name: 'Search the issues' });
  await expect(rows).toHaveCount(3);

  await page.keyboard.press('/');
  await field.fill('rel');
  await expect(page.getByRole('option', { name: 'release:' })).toBeVisible();
  await field.press('Tab');
  await expect(field).toHaveValue('release:');
  await field.pressSequentially('1.2');
  await expect(page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')).toHaveCount(
    2,
  );
  await field.press('Escape');
  await field.fill('release:1.2.*');
  await field.press('Enter');
  await expect(rows).toHaveCount(2);
  await expect(page).toHaveURL(/q=release%3A1\.2\.\*/);

  await field.fill('is:unresolvd');
  await field.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Did you mean is:unresolved?');
  await expect(page.locator('.search-problem mark')).toHaveText('unresolvd');

  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(rows).toHaveCount(3);
  await page.getByRole('button', { name: /^Firefox 17/ }).click();
  await expect(field).toHaveValue('browser:"Firefox 17"');
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: /^Firefox 17/ }).click({ modifiers: ['Alt'] });
  await expect(field).toHaveValue('!browser:"Firefox 17"');
  await expect(rows).toHaveText([/CartError/]);
  await page.reload();
  await expect(rows).toHaveText([/CartError/]);
});

test('issues that are chosen are resolved together', async ({ page, context }) => {
  await suture.signIn(context);
  await page.goto(`${suture.url}/?q=is:unresolved+PayError`);
  await page.getByRole('checkbox', { name: 'Choose shop-2' }).click();
  await page.getByRole('button', { name: 'Resolve', exact: true }).click();
  await expect(page.locator('.issue-line')).toHaveCount(0);
  await page.getByRole('button', { name: 'Resolved', exact: true }).click();
  await expect(page.locator('.issue-line .issue-link')).toHaveText([/PayError/]);
});

test('events are found by what each says of itself', async ({ page, context }) => {
  await suture.signIn(context);
  await page.goto(`${suture.url}/events?q=user.email:ann*`);
  await expect(page.locator('.event-line')).toHaveCount(1);
  await expect(page.locator('.event-link')).toHaveText('MapError: no map');
  const out = suture.run('issues', 'release:2.*').out;
  expect(out).toContain('MapError');
  expect(out).not.toContain('CartError');
});
