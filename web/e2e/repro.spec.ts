import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { Developer } from './developer.ts';
import { listen, originOf } from './envelopes.ts';
import { home, Suture } from './suture.ts';

/** The reproduction of a captured failure, as a person makes and reads it on the issue's page. */
test.describe.configure({ mode: 'serial' });

const scratch = mkdtempSync(join(tmpdir(), 'suture-repro-'));
const origin = join(scratch, 'origin.git');

const broken = `
  async function checkout() {
    const cart = await (await fetch('/api/cart')).json();
    document.querySelector('#sum').textContent = cart.items[0].price;
  }
  document.querySelector('#look').onclick = () => { document.title = 'Looked'; };
  document.querySelector('#pay').onclick = checkout;
`;

let suture: Suture;
let shop: Server;
let developer: Developer;
let page: Page;

const panel = () => page.getByRole('region', { name: 'Reproduction' });
const showed = (name: string) =>
  panel().getByLabel('What it showed').locator('div').filter({ hasText: name });

/** Where a person looks at it in both widths, nothing lies outside of the page. */
async function expectFits(): Promise<void> {
  for (const width of [1400, 390]) {
    await page.setViewportSize({ width, height: 1000 });
    const overflow = await panel().evaluate((node) => ({
      page: document.documentElement.scrollWidth - innerWidth,
      panel: node.scrollWidth - node.clientWidth,
    }));
    expect(overflow, `at ${width} pixels`).toEqual({ page: 0, panel: 0 });
  }
  await page.setViewportSize({ width: 1400, height: 1000 });
}

/** The shop, its script as it is live, and an empty cart. */
async function serve(html: string): Promise<Server> {
  const sdk = readFileSync(join(home, 'web/sdk/dist/suture.js'));
  const files: Record<string, [string, string | Buffer]> = {
    '/': ['text/html', html],
    '/shop.js': ['text/javascript', broken],
    '/suture.js': ['text/javascript', sdk],
    '/api/cart': ['application/json', '{"items":[]}'],
  };
  return listen((request, response) => {
    const [type, body] = files[request.url ?? '/'] ?? ['text/plain', ''];
    response.setHeader('Content-Type', type).end(body);
  });
}

function commit(file: string, content: string, message: string): void {
  mkdirSync(join(developer.clone, file, '..'), { recursive: true });
  writeFileSync(join(developer.clone, file), content);
  developer.git('add', '-A');
  developer.git('commit', '-q', '-m', message);
}

/** Sends what broke, as the page itself does. */
async function breakIt(): Promise<void> {
  await page.goto(originOf(shop));
  const sent = page.waitForResponse((answer) => answer.url().includes('/envelope/'));
  await page.getByRole('button', { name: 'Look' }).click();
  await page.getByRole('button', { name: 'Pay' }).click();
  expect((await sent).status()).toBe(200);
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  execFileSync('git', ['init', '-q', '--bare', '--initial-branch=master', origin]);
  developer = new Developer(origin, scratch);
  developer.git('switch', '-q', '-c', 'master');
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
  const { projects } = await (await suture.fetch('/api/v1/projects')).json();
  const html = `<!doctype html><title>Till</title>
    <script src="/suture.js" data-dsn="${projects[0].dsn}"></script>
    <p>Sum: <b id="sum"></b></p><button id="look">Look</button><button id="pay">Pay</button>
    <script src="/shop.js"></script>`;
  shop = await serve(html);
  commit('suture.yml', 'static: site\n', 'Say how it is served');
  commit('site/index.html', html, 'Page');
  commit('site/shop.js', broken, 'Pay');
  developer.git('push', '-q', 'origin', 'master', 'master:develop');
  developer.git('switch', '-q', '-c', 'mended');
  commit('site/shop.js', broken.replace('[0].price', '[0]?.price'), 'Pay for an empty cart');
  developer.git('push', '-q', 'origin', 'mended');
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  await suture.signIn(context);
  page = await context.newPage();
  await breakIt();
});

test.afterAll(async () => {
  await suture?.down();
  shop?.close();
  shop?.closeAllConnections();
  rmSync(scratch, { recursive: true, force: true });
});

test('offers what was captured, and says that nobody has run it', async () => {
  await expect(async () => {
    const { issues } = await (await suture.fetch('/api/v1/issues?project=till')).json();
    await page.goto(`${suture.url}/issues/${issues[0].issue.id}`);
  }).toPass();
  await expect(panel().getByText('Nobody has looked yet')).toBeVisible();
  await expect(panel().getByLabel('What it showed')).toHaveCount(0);
  await panel().getByText('All 3 steps of the capture, 1 answer').click();
  const steps = panel().getByRole('list', { name: 'All steps' }).getByRole('listitem');
  await expect(steps).toHaveText([/^Open http/, 'Click “Look”', 'Click “Pay”']);
  await expectFits();
});

test('runs it where it is live, and shows that it is at it until the verdict is there', async () => {
  await panel().getByRole('button', { name: 'Run on what is live' }).click();
  await expect(panel().getByRole('button', { name: 'Running…' })).toBeDisabled();
  await expect(panel().getByText('Running it.')).toBeVisible();
  await expect(showed('Live')).toContainText('reproduced', { timeout: 60_000 });
  await expect(showed('Live')).toContainText(/\d+ % sure 2 runs, [\d.]+ s each/);
  await expect(panel().getByRole('button', { name: 'Run on what is live' })).toBeEnabled();
});

test('runs it at a branch by its name, and refuses one that is not there', async () => {
  await panel().getByLabel('Run at').fill('mended');
  await panel().getByRole('button', { name: 'Run', exact: true }).click();
  await expect(showed('mended')).toContainText('not reproduced', { timeout: 60_000 });
  await expect(showed('Live')).toContainText('reproduced');
  await panel().getByLabel('Run at').fill('nowhere');
  await panel().getByRole('button', { name: 'Run', exact: true }).click();
  await expect(panel().getByText('no commit, branch or tag of this name')).toBeVisible();
  await expectFits();
});

test('finds the steps that are needed', async () => {
  await panel().getByRole('button', { name: 'Find the steps that are needed' }).click();
  await expect(panel().getByText(/^Searching: \d+ runs? so far/)).toBeVisible();
  await expect(panel().getByText('2 of 3 steps are needed.')).toBeVisible({ timeout: 60_000 });
  const steps = panel().getByRole('list', { name: 'The steps that are needed' });
  await expect(steps.getByRole('listitem')).toHaveText([/^Open http/, 'Click “Pay”']);
  await expect(panel().getByText(/GET \S*\/api\/cart answered 200 as recorded/)).toBeVisible();
  await expectFits();
});

test('gives it as a test with what it needs', async () => {
  const begun = page.waitForEvent('download');
  await panel().getByRole('link', { name: 'Download as a test' }).click();
  const zip = join(scratch, 'test.zip');
  await (await begun).saveAs(zip);
  const names = execFileSync('unzip', ['-Z1', zip], { encoding: 'utf8' }).trim().split('\n');
  expect(names.filter((name) => name.endsWith('.spec.ts'))).toHaveLength(1);
  expect(names.filter((name) => name.endsWith('.har'))).toHaveLength(1);
});
