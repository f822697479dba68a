import { expect, test } from '@playwright/test';
import { Suture } from './suture.ts';

/** Releases, feedback and monitors as an operator reads them. */
let suture: Suture;
let send: (...lines: unknown[]) => Promise<void>;
const event = '9ec79c33ec9942ab8353589fcb2e04dc';

test.beforeAll(async () => {
  test.setTimeout(240_000);
  suture = await Suture.up();
  expect(suture.run('project', 'add', 'till', '--name', 'Till').status).toBe(0);
  const { projects } = await (await suture.fetch('/api/v1/projects')).json();
  const dsn = new URL(projects[0].dsn);
  send = async (...lines) => {
    const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const address = `${suture.url}/api${dsn.pathname}/envelope/?sentry_key=${dsn.username}`;
    expect((await fetch(address, { method: 'POST', body })).status).toBe(200);
  };
});

test.beforeEach(({ context }) => suture.signIn(context));

test.afterAll(async () => {
  await suture?.down();
});

const sessions = (release: string, environment: string, counts: object) =>
  send(
    {},
    { type: 'sessions' },
    {
      aggregates: [{ started: new Date().toISOString(), ...counts }],
      attrs: { release, environment },
    },
  );

test('a project without a release says how to send sessions', async ({ page }) => {
  await page.goto(`${suture.url}/releases`);
  await expect(
    page.getByRole('heading', { name: 'No release of Till is known yet' }),
  ).toBeVisible();
  await expect(page.getByText('Sentry.init')).toContainText('release:');
  await page.getByRole('link', { name: 'Feedback', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Nobody wrote anything yet' })).toBeVisible();
});

test('releases stand in their order, and one is compared with the one before', async ({ page }) => {
  await sessions('till@1.9.0', 'production', { exited: 99, crashed: 1 });
  await sessions('till@1.10.0', 'production', { exited: 90, crashed: 10 });
  await sessions('till@1.10.0', 'staging', { exited: 50 });
  await send(
    { event_id: event },
    { type: 'event' },
    { message: 'the till is stuck', release: 'till@1.10.0', environment: 'production' },
  );
  await send(
    {},
    { type: 'user_report' },
    { event_id: event, name: 'Ada', comments: 'It <i>hangs</i>' },
    { type: 'check_in' },
    { monitor_slug: 'nightly', status: 'error' },
  );
  await expect
    .poll(async () => (await (await suture.fetch('/api/v1/status')).json()).backlog.arrivals)
    .toBe(0);
  await page.goto(`${suture.url}/releases`);
  const rows = page.getByRole('row').filter({ hasText: 'till@' });
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('till@1.10.0');
  await expect(rows.first()).toContainText('93.3 %');
  await expect(page.getByRole('row').filter({ hasText: 'nightly' })).toContainText('failed');

  await page.getByLabel('Environment').selectOption('staging');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('100 %');
  await page.getByLabel('Environment').selectOption('production');
  await expect(rows.first()).toContainText('90.0 %');
  expect(page.url()).toContain('environment=production');

  await rows.first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'till@1.10.0' })).toBeVisible();
  const crashFree = page.getByRole('row').filter({ hasText: 'Crash-free sessions' });
  await expect(crashFree.getByRole('cell')).toHaveText(['93.3 %', '99.0 %']);
  await expect(page.getByRole('region', { name: 'New in this release' })).toContainText(
    'the till is stuck',
  );
  const chart = page.getByRole('slider');
  await chart.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(chart).toHaveAttribute('aria-valuetext', /150 sessions, .* 10 crashed/);

  await page.goBack();
  await expect(rows).toHaveCount(1 + 1);
});

test('what somebody wrote stands at the issue, as text', async ({ page }) => {
  await page.goto(`${suture.url}/feedback`);
  await expect(page.getByText('It <i>hangs</i>')).toBeVisible();
  await page.getByRole('link', { name: 'till-1' }).click();
  await page.getByRole('tab', { name: 'Feedback' }).click();
  await expect(page.getByRole('tabpanel').getByText('It <i>hangs</i>')).toBeVisible();
});

test('a release that is not there is said to be so', async ({ page }) => {
  await page.goto(`${suture.url}/releases/till/nothing%2F1`);
  await expect(page.getByRole('alert')).toContainText('no release of this name');
});
