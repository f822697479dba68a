import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { Developer } from './developer.ts';
import { home, Suture } from './suture.ts';

/** The page of a hotfix: what it changes, what its gates found, and what a person can decide. */
test.describe.configure({ mode: 'serial' });

const scratch = mkdtempSync(join(tmpdir(), 'suture-hotfix-'));
const patch = join(home, 'examples/shop/fix/guard-empty-cart.patch');

let suture: Suture;
let developer: Developer;
let hotfix: string;
let page: Page;

interface Row {
  issue: { id: string; type: string };
}

const event = {
  event_id: '5e'.repeat(16),
  platform: 'javascript',
  release: 'shop@1.4.2',
  environment: 'production',
  exception: {
    values: [
      {
        type: 'TypeError',
        value: "Cannot read properties of undefined (reading 'name')",
        stacktrace: {
          frames: [
            { filename: 'src/Checkout.tsx', function: 'Checkout', lineno: 17, in_app: true },
          ],
        },
      },
    ],
  },
};

/** The demo's project, as soon as it is there. */
async function shop(): Promise<{ id: number; dsn: string; repository: string }> {
  for (;;) {
    const { projects } = await (await suture.fetch('/api/v1/projects')).json();
    if (projects[0]) return projects[0];
    await new Promise((wait) => setTimeout(wait, 200));
  }
}

async function report(): Promise<string> {
  const { id, dsn } = await shop();
  const key = /\/\/([0-9a-f]+)@/.exec(dsn)?.[1] ?? '';
  const header = JSON.stringify({ event_id: event.event_id });
  await fetch(`${suture.url}/api/${id}/envelope/?sentry_key=${key}`, {
    method: 'POST',
    body: `${header}\n${JSON.stringify({ type: 'event' })}\n${JSON.stringify(event)}\n`,
  });
  for (;;) {
    const { issues } = await (await suture.fetch('/api/v1/issues?project=shop')).json();
    const found = issues.find(({ issue }: Row) => issue.type === 'TypeError');
    if (found) return found.issue.id;
    await new Promise((wait) => setTimeout(wait, 200));
  }
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  suture = await Suture.up('--demo');
  const issue = await report();
  const begun = await suture.fetch(`/api/v1/issues/${issue}/hotfix`, { method: 'POST' });
  hotfix = (await begun.json()).id;
  developer = new Developer((await shop()).repository, scratch);
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  await suture.signIn(context);
  page = await context.newPage();
});

test.afterAll(async () => {
  await suture?.down();
  rmSync(scratch, { recursive: true, force: true });
});

test('says what is next while nothing is committed', async () => {
  await page.goto(`${suture.url}/hotfixes/${hotfix}`);
  const line = page.getByRole('list', { name: 'How far the hotfix is' });
  await expect(line.getByText('nothing committed')).toBeVisible();
  await expect(line.locator('[aria-current=step]')).toContainText('Fix');
  await expect(page.getByText('Hotfix under way for')).toBeVisible();
});

test('names what the change touches beside the cause', async () => {
  developer.git('switch', '-q', hotfix);
  developer.git('apply', '--index', patch);
  const lines = join(developer.clone, 'src/lines.ts');
  const text = readFileSync(lines, 'utf8');
  writeFileSync(lines, `${text}\nexport const version = '1.4.3';\n`);
  developer.git('commit', '-q', '-am', 'Guard the checkout against an empty cart');
  developer.git('push', '-q', 'origin', hotfix);
  await page.getByRole('button', { name: 'Check now' }).click();
  const scope = page.getByRole('region', { name: 'Scope' });
  await expect(scope.getByText('On the cause')).toBeVisible();
  await expect(scope.getByText('src/Checkout.tsx')).toBeVisible();
  await expect(scope.getByText('src/lines.ts')).toBeVisible();
  await expect(scope.getByText('no test changes with it')).toBeVisible();
});

/** Two thousand sessions in each of the last thirty hours, of which one in a hundred failed. */
async function sessions(): Promise<void> {
  const { id, dsn } = await shop();
  const aggregates = [...Array(30).keys()].map((index) => ({
    started: new Date(Date.now() - (index + 1) * 3_600_000).toISOString(),
    exited: 1980,
    crashed: 20,
  }));
  const attrs = { release: 'shop@1.4.2', environment: 'production' };
  const lines = [{}, { type: 'sessions' }, { aggregates, attrs }];
  const answer = await fetch(
    `${suture.url}/api/${id}/envelope/?sentry_key=${new URL(dsn).username}`,
    { method: 'POST', body: `${lines.map((line) => JSON.stringify(line)).join('\n')}\n` },
  );
  expect(answer.status).toBe(200);
}

test('proposes a ship, and shows every gate with what it found', async () => {
  const ship = page.getByRole('region', { name: 'Ship', exact: true });
  await ship.getByLabel('Release').fill('shop@1.4.3');
  await ship.getByRole('button', { name: 'Propose' }).click();
  const gates = ship.getByRole('list', { name: 'Gates' });
  await expect(gates.getByRole('listitem')).toHaveCount(8);
  await expect(gates.getByText('Nobody has reported the project', { exact: false })).toBeVisible();
  await expect(ship.getByRole('button', { name: /gates are closed/ })).toBeDisabled();
  await expect(gates.getByRole('listitem').filter({ hasText: 'Alone' })).toContainText('passed');
});

test('says before it ships how long its watch would take to notice harm', async () => {
  await sessions();
  const ship = page.getByRole('region', { name: 'Ship', exact: true });
  await expect(
    ship.getByText(/canary would take about \d+ more failed sessions to show it, about \d+ days/),
  ).toBeVisible({ timeout: 20_000 });
  await expect(ship.getByText('then a person is asked')).toBeVisible();
  const stages = ship.getByRole('list', { name: 'Stages' });
  await expect(stages.getByRole('listitem').last()).toContainText('a doubling shows in');
});

test('opens a gate by name and with a reason, and never by approving oneself', async () => {
  const ship = page.getByRole('region', { name: 'Ship', exact: true });
  const gates = ship.getByRole('list', { name: 'Gates' });
  const proof = gates.getByRole('listitem').filter({ hasText: 'Proof' });
  await proof.getByRole('button', { name: 'Waive' }).click();
  await proof.getByRole('textbox').fill('No phone of that kind is here.');
  await proof.getByRole('button', { name: 'Waive' }).click();
  await expect(proof).toContainText('Waived by Olga Owner');
  await expect(proof).toContainText('No phone of that kind is here.');
  const approval = gates.getByRole('listitem').filter({ hasText: 'Approval' });
  await expect(approval.getByRole('button', { name: 'Waive' })).toHaveCount(0);
  await approval.getByRole('button', { name: 'Approve' }).click();
  await expect(ship.getByText('Who proposed it cannot approve it.')).toBeVisible();
});

test('leads from the gate to the line that lacks the fix, and opens once it is brought over', async () => {
  const gate = page
    .getByRole('list', { name: 'Gates' })
    .getByRole('listitem')
    .filter({ hasText: 'Backport' });
  await gate.getByRole('link', { name: 'Bring it over' }).click();
  const detail = page.getByRole('region', { name: 'on develop' });
  await detail.getByRole('button', { name: 'Bring it to develop' }).click();
  await expect(detail.getByText('Brought over, to be merged')).toBeVisible();
  await page.goto(`${suture.url}/hotfixes/${hotfix}`);
  await expect(gate).toContainText('A backport waits to be merged on develop');
});
