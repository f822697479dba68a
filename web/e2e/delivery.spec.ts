import { expect, test } from '@playwright/test';
import { Suture } from './suture.ts';

/** Deployments from the first to the figures, and a person's word on one of them. */
let suture: Suture;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  suture = await Suture.up();
  expect(suture.run('project', 'add', 'till', '--name', 'Till').status).toBe(0);
});

test.beforeEach(({ context }) => suture.signIn(context));

test.afterAll(async () => {
  await suture?.down();
});

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

const deployed = async (release: string, days: number) => {
  const answer = await suture.fetch('/api/v1/projects/till/deployments', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ release, at: daysAgo(days) }),
  });
  expect(answer.status).toBe(201);
};

test('without a deployment the page says how to record one', async ({ page }) => {
  await page.goto(`${suture.url}/`);
  await page.getByRole('link', { name: 'Delivery' }).click();
  await expect(
    page.getByRole('heading', { name: 'Nothing was deployed into production yet' }),
  ).toBeVisible();
  await expect(page.getByText('suture deploy record --project till')).toBeVisible();
});

test('a rollback is a failure until a person says that it was none', async ({ page }) => {
  await deployed('till@1.0', 40);
  await deployed('till@1.1', 20);
  await deployed('till@1.2', 10);
  await deployed('till@1.1', 9.9);
  await page.goto(`${suture.url}/delivery`);
  const rate = page.getByRole('region', { name: 'Change fail rate' });
  await expect(rate).toContainText('1 of 3 deployments');
  await expect(page.getByRole('region', { name: 'Deployment rework rate' })).toContainText('25 %');
  const row = page.getByRole('row').filter({ hasText: 'till@1.2' });
  await expect(row).toContainText('It was rolled back.');
  await row.getByRole('button', { name: 'Correct' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('It did not fail')).toBeChecked();
  await dialog.getByLabel('Why').fill('the bank was down, not we');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(rate).toContainText('0 of 3 deployments');
  await expect(row).toContainText('corrected');
  await expect(row).toContainText('the bank was down, not we');

  await page.getByLabel('Period').selectOption('30');
  expect(page.url()).toContain('days=30');
  await expect(rate).toContainText('0 of 2 deployments');
});

test('the deployments stand on a line of time', async ({ page }) => {
  await page.goto(`${suture.url}/deployments?days=90`);
  await expect(page.getByRole('button', { name: /till@1\.\d, / })).toHaveCount(4);
  await page.getByRole('button', { name: 'till@1.1, rollback' }).hover();
  await expect(page.getByRole('region', { name: 'Deployments over time' })).toContainText(
    'rollback',
  );
  const rows = page.getByRole('row').filter({ hasText: 'till@' });
  await expect(rows.first()).toContainText('till@1.1');
});

test('a tool is heard once it knows the secret', async ({ page }) => {
  await page.goto(`${suture.url}/projects/till/settings/deployments`);
  await page.getByRole('button', { name: 'Make a secret' }).click();
  const secret = await page.getByRole('status').locator('code').innerText();
  const send = (token: string) =>
    fetch(`${suture.url}/hooks/till/gitlab?environment=staging`, {
      method: 'POST',
      headers: { 'X-Gitlab-Token': token },
      body: JSON.stringify({
        object_kind: 'deployment',
        status: 'success',
        deployment_id: 1,
        environment: 'staging',
        ref: '2.0.0',
        commit_url: `https://git.example/till/-/commit/${'a'.repeat(40)}`,
      }),
    });
  expect((await send('guess')).status).toBe(401);
  expect((await send(secret)).status).toBe(202);
  await page.goto(`${suture.url}/deployments?environment=staging`);
  await expect(page.getByRole('row').filter({ hasText: '2.0.0' })).toContainText('gitlab');
});
