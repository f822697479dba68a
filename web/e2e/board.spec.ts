import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { Developer } from './developer.ts';
import { Suture } from './suture.ts';

/** The board: which line lacks a fix, for how long, and what is done about it. */
test.describe.configure({ mode: 'serial' });

const scratch = mkdtempSync(join(tmpdir(), 'suture-board-'));
const origin = join(scratch, 'origin.git');
const subject = 'Mend the total of an empty cart';

let suture: Suture;
let developer: Developer;
let page: Page;

/** Replaces a line of the file that all is about, and commits that on a branch. */
function change(branch: string, tenth: string, message: string): void {
  developer.git('switch', '-q', branch);
  const lines = Array.from({ length: 30 }, (_, i) => (i === 9 ? tenth : `line ${i + 1}`));
  writeFileSync(join(developer.clone, 'total.ts'), `${lines.join('\n')}\n`);
  developer.git('add', '-A');
  developer.git('commit', '-q', '-m', message);
  developer.git('push', '-q', 'origin', branch);
}

const cell = (line: string) =>
  page.getByRole('row').filter({ hasText: subject }).locator(`[data-line="${line}"]`);

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  execFileSync('git', ['init', '-q', '--bare', '--initial-branch=master', origin]);
  developer = new Developer(origin, scratch);
  developer.git('commit', '-q', '--allow-empty', '-m', 'Begin');
  change('master', 'line 10', 'Add up what is in the cart');
  developer.git('push', '-q', 'origin', 'master:develop', 'master:release/1.5');
  developer.git('fetch', '-q', 'origin');
  const other = Array.from({ length: 12 }, (_, i) => `another way, step ${i + 1}`).join('\n');
  change('release/1.5', other, 'Add up another way');
  suture = await Suture.up();
  expect(suture.run('project', 'add', 'till', '--name', 'Till').status).toBe(0);
  const changed = await suture.fetch('/api/v1/projects/till', {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      repository: `file://${origin}`,
      lines: { production: 'master', develop: 'develop' },
    }),
  });
  expect(changed.status).toBe(200);
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  await suture.signIn(context);
  page = await context.newPage();
});

test.afterAll(async () => {
  await suture?.down();
  rmSync(scratch, { recursive: true, force: true });
});

test('says what will stand here while there is no hotfix', async () => {
  expect(suture.run('guard', '--project', 'till', '--release', 'develop').status).toBe(0);
  await page.goto(`${suture.url}/board`);
  await expect(page.getByRole('heading', { name: 'No hotfix yet' })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('shows the lines that a fix is missing on, and for how long', async () => {
  change('master', 'mended', subject);
  const guard = suture.run('guard', '--project', 'till', '--release', 'develop');
  expect(guard.status).not.toBe(0);
  expect(guard.out).toContain('is in production and not in develop');
  await page.reload();
  await expect(cell('production')).not.toContainText(/since|for/);
  for (const line of ['develop', 'release/1.5']) {
    await expect(cell(line)).toContainText('missing');
    await expect(cell(line)).toContainText(/since just now|for \d+ min/);
  }
});

test('brings it over, and names the branch that waits to be merged', async () => {
  await cell('develop').getByRole('button').click();
  const detail = page.getByRole('region', { name: 'on develop' });
  await expect(detail).toContainText(/It has lacked the fix (since just now|for \d+ min)/);
  await detail.getByRole('button', { name: 'Bring it to develop' }).click();
  await expect(detail.getByText('Brought over, to be merged')).toBeVisible();
  const branch = await detail.locator('code', { hasText: 'backport-' }).innerText();
  expect(developer.git('ls-remote', 'origin', `refs/heads/${branch}`)).toContain(branch);
  await expect(cell('develop')).toContainText('backport open');
  await expect(detail.getByRole('button', { name: 'Begin the backport again' })).not.toHaveClass(
    /button-primary/,
  );
});

test('makes a task of a conflict, with its three sides and the commands', async () => {
  await cell('release/1.5').getByRole('button').click();
  const detail = page.getByRole('region', { name: 'on release/1.5' });
  await detail.getByRole('button', { name: 'Bring it to release/1.5' }).click();
  await expect(detail.getByText('Somebody has to decide')).toBeVisible();
  await expect(detail.locator('figure', { hasText: 'The line has' })).toContainText('another way');
  await expect(detail.locator('figure', { hasText: 'The fix makes of it' })).toContainText(
    'mended',
  );
  await expect(detail).toContainText('git cherry-pick -x');
  await expect(cell('release/1.5')).toContainText('in conflict');
});

test('leads to the hotfix itself', async () => {
  await page.getByRole('row').filter({ hasText: subject }).getByRole('link').click();
  await expect(page).toHaveURL(/\/hotfixes\/outside-till-/);
});
