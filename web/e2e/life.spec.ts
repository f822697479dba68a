import { expect, test } from '@playwright/test';
import { Suture } from './suture.ts';

/** The issue page as a person on call uses it: events of several releases, and what is done with them. */
test.describe.configure({ mode: 'serial' });

let suture: Suture;
let envelope: string;
let key: string;

async function send(fault: string, release: string, user = 'ann'): Promise<void> {
  const id = crypto.randomUUID().replaceAll('-', '');
  const event = {
    event_id: id,
    platform: 'javascript',
    release,
    user: { id: user },
    tags: { browser: user === 'ann' ? 'Firefox' : 'Chrome' },
    exception: {
      values: [
        {
          type: 'TypeError',
          value: fault,
          stacktrace: {
            frames: [{ function: fault, filename: `http://shop/${fault}.js`, lineno: 7, colno: 9 }],
          },
        },
      ],
    },
  };
  const body = `${JSON.stringify({ event_id: id })}\n{"type":"event"}\n${JSON.stringify(event)}\n`;
  const answer = await fetch(envelope, {
    method: 'POST',
    headers: { 'X-Sentry-Auth': `Sentry sentry_version=7, sentry_key=${key}` },
    body,
  });
  expect(answer.status).toBe(200);
}

async function events(issue: string): Promise<number> {
  const answer = await suture.fetch(`/api/v1/issues/${issue}`);
  return answer.ok ? (await answer.json()).issue.events : 0;
}

test.beforeAll(async () => {
  test.setTimeout(300_000);
  suture = await Suture.up();
  expect(suture.run('project', 'add', 'till', '--name', 'Till').status).toBe(0);
  const { projects } = await (await suture.fetch('/api/v1/projects')).json();
  const dsn = new URL(projects[0].dsn);
  key = dsn.username;
  envelope = `${suture.url}/api${dsn.pathname}/envelope/`;
  await send('pay', 'till@1.4.1');
  await expect.poll(() => events('till-1')).toBe(1);
  await send('refund', 'till@1.4.1');
  await expect.poll(() => events('till-2')).toBe(1);
});

test.beforeEach(({ context }) => suture.signIn(context));

test.afterAll(async () => {
  await suture?.down();
});

test('resolved in a release, it regresses in a later one and says why', async ({ page }) => {
  await page.goto(`${suture.url}/issues/till-1`);
  await page.getByRole('button', { name: 'More ways to resolve' }).click();
  await page.getByRole('menuitem', { name: 'In a release…' }).click();
  await page.getByLabel('Release that has the fix').fill('till@1.4.2');
  await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click();
  await expect(page.getByText('till-1 is resolved.')).toBeVisible();
  const standing = page.locator('.standing');
  await expect(standing).toContainText('resolved');
  await expect(standing).toContainText('in till@1.4.2');

  await send('pay', 'till@1.4.1', 'bob');
  await expect.poll(() => events('till-1')).toBe(2);
  await page.reload();
  await expect(standing).toContainText('resolved');
  await send('pay', 'till@1.4.10', 'bob');
  await expect.poll(() => events('till-1')).toBe(3);
  await page.reload();
  await expect(standing).toContainText('regressed');
  await expect(standing).toContainText('in till@1.4.10, resolved in till@1.4.2');
});

test('archived by a key and taken back by Undo', async ({ page }) => {
  await page.goto(`${suture.url}/issues/till-1`);
  const standing = page.locator('.standing');
  await expect(standing).toContainText('regressed');
  await page.keyboard.press('a');
  await expect(standing).toContainText('until it escalates');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(standing).toContainText('regressed');
  await expect(standing).toContainText('resolved in till@1.4.2');
});

test('assigned, commented on, and all of it told in the activity', async ({ page }) => {
  await page.goto(`${suture.url}/issues/till-1`);
  await expect(page.locator('.standing')).toContainText('regressed');
  await page.keyboard.press('m');
  await page.getByLabel('Who').fill('team:checkout');
  await page.keyboard.press('Enter');
  await expect(page.getByTitle('Assigned to the team checkout')).toBeVisible();

  await page.getByRole('tab', { name: 'Activity' }).click();
  await expect(page).toHaveURL(/tab=activity/);
  const text = '<img src=x onerror=alert(1)> looks like the cart';
  await page.getByLabel('Comment').fill(text);
  await page.keyboard.press('Control+Enter');
  const log = page.locator('.activity');
  await expect(log.getByText(text)).toBeVisible();
  await expect(log).toContainText('gave it to the team checkout');
  await expect(log).toContainText('regressed');
  expect(await log.locator('img').count()).toBe(0);
});

test('its tabs tell tags, users and releases', async ({ page }) => {
  await page.goto(`${suture.url}/issues/till-1?tab=releases`);
  const releases = page.getByRole('row');
  await expect(releases.nth(1)).toContainText('till@1.4.10');
  await expect(releases.nth(2)).toContainText('till@1.4.1');
  await page.getByRole('tab', { name: /Users/ }).click();
  await expect(page.getByRole('cell', { name: 'bob' })).toBeVisible();
  await page.getByRole('tab', { name: 'Tags' }).click();
  await expect(page.getByRole('region', { name: 'browser' })).toContainText('Chrome');
});

test('j and k go through the list that the reader came from', async ({ page }) => {
  await page.goto(`${suture.url}/`);
  await page.locator('.issue-link').first().click();
  await expect(page).toHaveURL(/till-1$/);
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/till-2$/);
  await expect(page.locator('.crumbs')).toContainText('till-2');
  await page.keyboard.press('k');
  await expect(page).toHaveURL(/till-1$/);
});

test('merged from a selection in the list, and taken back by Undo', async ({ page }) => {
  await page.goto(`${suture.url}/`);
  const lines = page.locator('.issue-link');
  await expect(lines).toHaveCount(2);
  await page.getByRole('checkbox', { name: /till-1/ }).check();
  await expect(page.getByRole('button', { name: 'Merge…' })).toHaveCount(0);
  await page.getByRole('checkbox', { name: /till-2/ }).check();
  await page.getByRole('button', { name: 'Merge…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge 2 issues' });
  await expect(dialog.getByRole('radio', { name: /till-1/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Merge into till-1' }).click();
  await expect(page.getByText('till-2 is part of till-1 now.')).toBeVisible();
  await expect(lines).toHaveCount(1);
  expect(await events('till-1')).toBe(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back.')).toBeVisible();
  await expect(lines).toHaveCount(2);
  expect(await events('till-1')).toBe(3);
});

test('the issue says how many of its events are kept, the settings for how long', async ({
  page,
}) => {
  await page.goto(`${suture.url}/issues/till-1`);
  await expect(page.getByText('3 events, all kept with their content')).toBeVisible();
  await page.goto(`${suture.url}/projects/till/settings/retention`);
  await expect(page.getByText(/for 4 events kept with their content/)).toBeVisible();
  await page.getByLabel('Days').fill('30');
  await page.getByLabel('Space', { exact: true }).fill('0.5');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It holds within a minute.')).toBeVisible();
  const kept = await (await suture.fetch('/api/v1/projects/till/retention')).json();
  expect(kept).toMatchObject({ days: 30, bytes: 2 ** 29 });
});

test('no page is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/', '/issues/till-1', '/events', '/projects/till/settings/retention']) {
    await page.goto(suture.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390);
  }
});

test('the command line does the same', async () => {
  expect(suture.run('issue', 'resolve', 'till-1', '--next-release')).toMatchObject({ status: 0 });
  expect(suture.run('issue', 'assign', 'till-1', '--to', 'ann')).toMatchObject({ status: 0 });
  expect(suture.run('issue', 'comment', 'till-1', 'Done.')).toMatchObject({ status: 0 });
  const { issue } = await (await suture.fetch('/api/v1/issues/till-1')).json();
  expect(issue.assignee).toBe('person:ann');
  expect(issue.reason).toEqual({ kind: 'afterRelease', release: 'till@1.4.10' });
  expect(suture.run('issue', 'archive', 'till-99').status).toBe(1);
});

test('deleted, it is gone and a later event makes a new one', async ({ page }) => {
  await page.goto(`${suture.url}/issues/till-2`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/\/\?project=till/);
  await expect(page.getByText('till-2 is deleted.')).toBeVisible();
  await send('refund', 'till@1.4.1');
  await expect.poll(() => events('till-3')).toBe(1);
});
