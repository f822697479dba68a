import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { owner, Suture } from './suture.ts';

/** Who may do what, by the pages that people use for it. */
test.describe.configure({ mode: 'serial' });

let suture: Suture;
let olga: BrowserContext;
let max: BrowserContext;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  suture = await Suture.up();
  olga = await browser.newContext();
  max = await browser.newContext();
});

test.afterAll(async () => {
  await olga?.close();
  await max?.close();
  await suture?.down();
});

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${suture.url}${path}`);
  return page;
}

test('the printed link makes the first account, once', async () => {
  const link = await suture.says(/^ *sign in +(\S+)/m);
  const stranger = await open(olga, '/');
  await expect(stranger.getByText('suture account link')).toBeVisible();
  await suture.signIn(olga);
  await stranger.goto(`${suture.url}/hotfixes`);
  await expect(stranger.getByRole('link', { name: /Olga Owner: your account/ })).toBeVisible();
  await stranger.goto('about:blank');
  await stranger.goto(link);
  await expect(stranger.getByRole('alert')).toContainText('used already');
});

test('who is not signed in signs in at the address he asked for', async () => {
  const page = await open(max, '/hotfixes');
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill('not the right one');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('is wrong');
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Hotfixes', level: 1 })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/hotfixes');
  await page.getByRole('link', { name: /your account/ }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Sign in to Suture' })).toBeVisible();
  await page.close();
});

test('an invitation makes a member, who sees no project of a team that is not his', async () => {
  expect(suture.run('project', 'add', 'till').status).toBe(0);
  const people = await open(olga, '/people');
  await people.getByLabel(/^E-mail/).fill('max@shop.example');
  await people.getByRole('button', { name: 'Make a link' }).click();
  const link = await people.getByText(/\/welcome#[0-9a-f]{64}/).textContent();

  const joining = await max.newPage();
  await joining.goto(link ?? '');
  await joining.getByLabel('Name').fill('Max Member');
  await joining.getByLabel('Password', { exact: true }).fill('another till that rings');
  await joining.getByRole('button', { name: 'Create the account' }).click();
  await expect(joining.getByRole('link', { name: /Max Member/ })).toBeVisible();
  const slugs = async () => {
    const answer = await joining.request.get(`${suture.url}/api/v1/projects`);
    return (await answer.json()).projects.map(({ slug }: { slug: string }) => slug);
  };
  expect(await slugs()).toEqual(['till']);

  await people.getByRole('tab', { name: 'Projects' }).click();
  await people.getByLabel('its teams only').check();
  await expect(people.getByText('only owners and admins see it')).toBeVisible();
  await expect.poll(slugs).toEqual([]);
  await joining.goto(`${suture.url}/people`);
  await expect(joining.getByText('Invite somebody')).toHaveCount(0);
});

test('a token is shown once, works, and works no more when it is removed', async () => {
  const page = await open(olga, '/account');
  await page.getByLabel('What a new token is for').fill('Laptop');
  await page.getByLabel('read issues, events and captures').check();
  await page.getByRole('button', { name: 'Make a token' }).click();
  const token = (await page.getByText(/^suture_pat_[0-9a-f]{64}$/).textContent()) ?? '';
  const ask = () =>
    fetch(`${suture.url}/api/v1/issues`, { headers: { Authorization: `Bearer ${token}` } });
  expect((await ask()).status).toBe(200);
  await page.reload();
  await expect(page.getByText(token)).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove Laptop' }).click();
  await expect(page.getByRole('button', { name: 'Remove Laptop' })).toHaveCount(0);
  expect((await ask()).status).toBe(401);
});
