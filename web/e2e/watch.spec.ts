import { expect, test } from '@playwright/test';
import { Suture } from './suture.ts';

/** What a bad deployment looks like: its watch, the line of time, and the alert. */
test.describe.configure({ mode: 'serial' });

let suture: Suture;
let project: { id: number; dsn: string };

const minute = 60_000;
const hour = 60 * minute;

const ago = (millis: number) => new Date(Date.now() - millis).toISOString();

async function envelope(header: object, ...items: object[]) {
  const key = new URL(project.dsn).username;
  const answer = await fetch(`${suture.url}/api/${project.id}/envelope/?sentry_key=${key}`, {
    method: 'POST',
    body: `${[header, ...items].map((line) => JSON.stringify(line)).join('\n')}\n`,
  });
  expect(answer.status).toBe(200);
}

async function sessions(release: string, starts: readonly number[], crashed: number) {
  await envelope(
    {},
    { type: 'sessions' },
    {
      attrs: { release, environment: 'production' },
      aggregates: starts.map((start) => ({
        started: ago(start),
        exited: 1000 - crashed,
        crashed,
      })),
    },
  );
}

async function failed(at: number, user: number) {
  const event_id = crypto.randomUUID().replaceAll('-', '');
  await envelope(
    { event_id },
    { type: 'event' },
    {
      event_id,
      platform: 'node',
      timestamp: ago(at),
      release: 'till@2',
      message: 'the drawer is stuck',
      user: { id: `u${user}` },
    },
  );
}

const range = (count: number) => [...Array(count).keys()];

test.beforeAll(async () => {
  test.setTimeout(240_000);
  suture = await Suture.up();
  expect(suture.run('project', 'add', 'till', '--name', 'Till').status).toBe(0);
  [project] = (await (await suture.fetch('/api/v1/projects')).json()).projects;
  await sessions(
    'till@1',
    range(60).map((index) => (index + 2) * hour),
    5,
  );
  await sessions(
    'till@2',
    range(36).map((index) => index * minute + minute),
    60,
  );
  for (const index of range(60)) await failed((index + 2) * hour, index);
  for (const index of range(200)) await failed(index * 9_000 + 10_000, index);
  const deployed = await suture.fetch('/api/v1/projects/till/deployments', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ release: 'till@2', at: ago(40 * minute) }),
  });
  expect(deployed.status).toBe(201);
  for (const host of ['web-1', 'web-2']) {
    const beat = await suture.fetch('/api/v1/projects/till/heartbeats', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ host, release: 'till@2', every: 300 }),
    });
    expect(beat.status).toBe(200);
  }
});

test.beforeEach(({ context }) => suture.signIn(context));

test.afterAll(async () => {
  await suture?.down();
});

test('the watch names the rise, the issue to blame and who reports', async ({ page }) => {
  const watch = page.getByRole('region', { name: 'Watch' });
  // Hosts are counted every ten seconds.
  await expect(async () => {
    await page.goto(`${suture.url}/releases/till/${encodeURIComponent('till@2')}`);
    await expect(watch).toContainText('2 of 2 hosts report.', { timeout: 4_000 });
    await expect(watch.getByRole('link', { name: 'till-1' })).toBeVisible({ timeout: 4_000 });
  }).toPass({ timeout: 50_000 });
  await expect(watch.getByText('degraded')).toBeVisible();
  await expect(watch).toContainText(/Sessions fail \d+(\.\d)? times as often as before/);
  await expect(watch.getByRole('img', { name: /^Share of failed sessions/ })).toBeVisible();
  await expect(watch.getByRole('img', { name: /it alarms at 100 to 1/ })).toBeVisible();
});

test('the rate stands under the line of deployments', async ({ page }) => {
  await page.goto(`${suture.url}/deployments?days=30`);
  const chart = page.getByRole('region', { name: 'Deployments over time' });
  await expect(chart.getByRole('button', { name: /^till@2, / })).toBeVisible();
  await expect(chart).toContainText('failed sessions, top of the scale');
  await page.setViewportSize({ width: 390, height: 800 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});

test('an alert tells it, with the deployment it came with', async ({ page }) => {
  await page.goto(`${suture.url}/alerts?project=till`);
  const alert = page.getByRole('listitem').filter({ hasText: 'since a deployment' });
  await expect(alert).toContainText('till@2');
  await expect(alert).toContainText('degraded');
});
