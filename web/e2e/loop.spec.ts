import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, test } from '@playwright/test';
import { Developer } from './developer.ts';
import { ExtendedBrowser } from './extension.ts';
import { home, Suture } from './suture.ts';

/**
 * The whole loop on real parts: Chromium with the built extension, the demo shop, the report, the
 * official MCP client, plain git, and the flag that goes up and comes down.
 */
test.describe.configure({ mode: 'serial' });

const scratch = mkdtempSync(join(tmpdir(), 'suture-loop-'));
const fix = join(home, 'examples/shop/fix/guard-empty-cart.patch');

let suture: Suture;
let browser: ExtendedBrowser;
let agent: Client;
let developer: Developer;
let report: string;
let issue: string;
let hotfix: string;

interface Told {
  content: { type: string; text?: string }[];
  structuredContent?: Record<string, unknown>;
  isError?: boolean;
}

async function tool(name: string, args: Record<string, unknown>): Promise<Told> {
  const told = (await agent.callTool({ name, arguments: args })) as Told;
  expect(told.isError ? textOf(told) : '').toBe('');
  return told;
}

const textOf = (told: Told) => told.content.map(({ text }) => text ?? '').join('\n');

test.beforeAll(async () => {
  test.setTimeout(300_000);
  suture = await Suture.up('--demo');
  browser = await ExtendedBrowser.launch(await suture.says(/^ *extension +(\/\S+)/m));
  agent = new Client({ name: 'suture-e2e', version: '1.0.0' });
  const [command = '', ...args] = (await suture.says(/claude mcp add suture -- (\S.*)/)).split(' ');
  await agent.connect(new StdioClientTransport({ command, args }));
});

test.afterAll(async () => {
  await agent?.close();
  await browser?.close();
  await suture?.down();
  rmSync(scratch, { recursive: true, force: true });
});

test('a click on Checkout breaks the shop, and the extension sends the report', async () => {
  const page = await browser.context.newPage();
  await page.goto(`http://127.0.0.1:${suture.port + 1}/`);
  await page.getByTestId('add-moon-lamp').click();
  await page.getByTestId('nav-cart').click();
  const broken = page.waitForEvent('pageerror');
  await page.getByTestId('checkout').click();
  expect((await broken).message).toContain("reading 'name'");

  const popup = await browser.popupFor(page);
  await popup.getByLabel('Title').fill('Checkout shows an empty page');
  await popup.getByLabel('Note').fill('With the moon lamp in the cart.');
  await popup.getByRole('button', { name: 'Send report' }).click();
  const link = popup.getByRole('link', { name: /captures/ });
  await expect(link).toBeVisible({ timeout: 20_000 });
  report = (await link.getAttribute('href')) ?? '';
  expect(report).toMatch(new RegExp(`^${suture.url}/captures/[0-9a-f]{32}$`));
});

test('the link leads to the issue: mapped frame, replay, network and screenshot', async () => {
  await suture.signIn(browser.context);
  const page = await browser.context.newPage();
  await page.goto(report);
  await expect(page).toHaveURL(/\/issues\/shop-\d+/, { timeout: 20_000 });
  issue = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await expect(page.getByText('src/Checkout.tsx').first()).toBeVisible();
  await page.reload();
  await page.getByRole('tab', { name: /network/i }).click();
  await expect(page.getByText('/api/cart').first()).toBeVisible();
  const replay = page
    .frameLocator('iframe[title="The recorded page"]')
    .locator('iframe[sandbox="allow-same-origin"]');
  await expect(replay).toBeAttached();
  await expect(replay.contentFrame().getByText('Fern & Kiln').first()).toBeAttached();
  await expect(page.getByRole('img', { name: 'The page when the report was sent' })).toBeVisible();
});

test('an agent reads one bundle with the frame, the exchange and the click', async () => {
  const found = await tool('suture_find_failures', {});
  expect(found.structuredContent).toMatchObject({ failures: [{ id: issue, captures: 2 }] });

  const failure = textOf(await tool('suture_get_failure', { id: issue }));
  expect(failure).toMatch(/src\/Checkout\.tsx:17/);
  expect(failure).toContain('first.name');
  expect(failure).toMatch(/POST \S*\/api\/cart/);
  expect(failure).toContain('{"items":[]');
  expect(failure).toMatch(/click[^\n]*checkout/i);

  const screenshot = await tool('suture_get_evidence', { id: issue, kind: 'screenshot' });
  expect(screenshot.content.some(({ type }) => type === 'image')).toBe(true);
  const replay = textOf(await tool('suture_get_evidence', { id: issue, kind: 'replay' }));
  expect(replay.length).toBeGreaterThan(200);
  const source = await tool('suture_get_evidence', {
    id: issue,
    kind: 'source',
    ref: 'src/Checkout.tsx',
  });
  expect(textOf(source)).toContain('cart.items[0]');
});

test('no agent acts on what anybody can have made up until a person lets it', async () => {
  const refused = (await agent.callTool({
    name: 'suture_open_hotfix',
    arguments: { id: issue },
  })) as Told;
  expect(refused.isError).toBe(true);
  expect(textOf(refused)).toContain(`/issues/${issue}`);

  const page = await browser.context.newPage();
  await page.goto(`${suture.url}/issues/${issue}`);
  await page.getByRole('button', { name: 'Let agents act on it' }).click();
  await expect(page.getByRole('button', { name: 'Take that back' })).toBeVisible();
});

test('the hotfix branches from what is live, not from develop', async () => {
  const opened = await tool('suture_open_hotfix', { id: issue });
  const { id, base } = (opened.structuredContent as { hotfix: { id: string; base: string } })
    .hotfix;
  hotfix = id;
  expect(hotfix).toMatch(new RegExp(`^hotfix-${issue}-checkout`));

  const { projects } = await (await suture.fetch('/api/v1/projects')).json();
  developer = new Developer(projects[0].repository, scratch);
  expect(developer.git('rev-parse', `origin/${hotfix}`)).toBe(base);
  expect(developer.git('rev-parse', 'v1.4.2^{commit}')).toBe(base);
  expect(suture.run('guard')).toMatchObject({ status: 0 });
});

test('merged to production only, the flag is up: in the answers, on the page, and for CI', async () => {
  developer.git('switch', '-q', hotfix);
  developer.git('apply', '--index', fix);
  developer.git('commit', '-q', '-m', 'Guard the checkout against an empty cart');
  developer.git('push', '-q', 'origin', hotfix);
  developer.mergeInto('master', hotfix);

  const status = await tool('suture_scope_hotfix', { id: hotfix });
  expect(status.structuredContent).toMatchObject({
    hotfixes: [
      {
        flagged: true,
        state: 'shipped',
        lines: [
          { line: 'production', presence: 'merged' },
          { line: 'develop', presence: 'missing' },
        ],
      },
    ],
  });
  const guard = suture.run('guard');
  expect(guard.status).toBe(1);
  expect(guard.out).toContain(hotfix);

  const page = await browser.context.newPage();
  await page.goto(`${suture.url}/hotfixes/${hotfix}`);
  await expect(page.getByText(/not in develop/i).first()).toBeVisible();
});

test('merged to develop, the flag goes and the hotfix is closed', async () => {
  developer.mergeInto('develop', hotfix);
  const status = await tool('suture_scope_hotfix', { id: hotfix });
  expect(status.structuredContent).toMatchObject({
    hotfixes: [{ flagged: false, state: 'closed' }],
  });
  expect(suture.run('guard')).toMatchObject({ status: 0 });
  expect(execFileSync('git', ['-C', developer.clone, 'status', '--short']).toString()).toBe('');
});
