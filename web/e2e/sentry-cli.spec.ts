import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { sentryVitePlugin } from '@sentry/vite-plugin';
import { build, type PluginOption } from 'vite';
import { listen, originOf } from './envelopes.ts';
import { home, Suture } from './suture.ts';

/**
 * Sentry's own command line and bundler plugin with `SENTRY_URL` pointed here, nothing else changed.
 * The command line that is pinned is the last one under the BSD licence; `SENTRY_CLI` names another
 * one to try.
 */
const client = process.env.SENTRY_CLI ?? join(home, 'web/node_modules/.bin/sentry-cli');
const scratch = mkdtempSync(join(tmpdir(), 'suture-sentry-cli-'));
const sites: Server[] = [];
let suture: Suture;

const source = (dsn: string, release: string) => `import * as Sentry from '@sentry/browser';

Sentry.init({ dsn: '${dsn}', release: '${release}' });

function totalOf(receipt: { lines?: { price: number }[] }): number {
  return receipt.lines!.map((line) => line.price).reduce((sum, price) => sum + price, 0);
}

document.querySelector('button')!.addEventListener('click', function pay() {
  document.title = String(totalOf({}));
});
`;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  suture = await Suture.up();
});

test.afterAll(async () => {
  for (const site of sites) site.close();
  await suture?.down();
  rmSync(scratch, { recursive: true, force: true });
});

/** Runs `sentry-cli` as a build script does; a refusal is the test's failure. */
function sentry(project: string, folder: string, ...words: string[]): string {
  return execFileSync(client, words, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: scratch,
      SENTRY_URL: suture.url,
      SENTRY_AUTH_TOKEN: suture.token,
      SENTRY_ORG: 'any-name',
      SENTRY_PROJECT: project,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function json(path: string) {
  return (await suture.fetch(`/api/v1${path}`)).json();
}

/** A project with a page of its own, built with source maps. */
async function page(slug: string, release: string, ...plugins: PluginOption[]): Promise<string> {
  expect(suture.run('project', 'add', slug).status).toBe(0);
  const { dsn } = await json(`/projects/${slug}`);
  const root = join(scratch, slug);
  mkdirSync(root);
  writeFileSync(join(root, 'till.ts'), source(dsn, release));
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><title>Till</title><button>Pay</button><script type="module" src="./till.ts"></script>',
  );
  await build({
    root,
    logLevel: 'error',
    plugins,
    resolve: { alias: { '@sentry/browser': import.meta.resolve('@sentry/browser').slice(7) } },
    build: { sourcemap: true, outDir: 'dist' },
  });
  return join(root, 'dist');
}

async function serve(dist: string): Promise<string> {
  const site = await listen((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    const type = { '.html': 'text/html', '.js': 'text/javascript' }[extname(path)];
    if (!type) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': type }).end(readFileSync(join(dist, path)));
  });
  sites.push(site);
  return originOf(site);
}

async function expectMapped(browser: Page, slug: string, dist: string): Promise<void> {
  await browser.goto(await serve(dist));
  const sent = browser.waitForResponse((answer) => answer.url().includes('/envelope/'));
  await browser.getByRole('button', { name: 'Pay' }).click();
  expect((await sent).status()).toBe(200);
  await expect.poll(async () => (await json(`/issues?project=${slug}`)).issues.length).toBe(1);
  const { event } = await json(`/issues/${slug}-1`);
  expect(event.thrown[0].frames[0]).toMatchObject({ file: 'till.ts', line: 6, inApp: true });
}

test('a release is announced with its commits, finalized and deployed', async () => {
  expect(suture.run('project', 'add', 'till').status).toBe(0);
  const checkout = join(scratch, 'checkout');
  mkdirSync(checkout);
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@till.example', ...words], {
      cwd: checkout,
      encoding: 'utf8',
    }).trim();
  git('init', '-q');
  git('remote', 'add', 'origin', 'https://git.example/acme/till.git');
  git('commit', '-q', '--allow-empty', '-m', 'Open the till');
  const first = git('rev-parse', 'HEAD');
  git('commit', '-q', '--allow-empty', '-m', 'Close it again');
  const second = git('rev-parse', 'HEAD');
  const run = (...words: string[]) => sentry('till', checkout, ...words);

  expect(run('info')).toContain(suture.url);
  run('releases', 'new', 'till@1.0+b1');
  run('releases', 'set-commits', 'till@1.0+b1', '--commit', `till@${first}`);
  run('releases', 'finalize', 'till@1.0+b1');
  run('releases', 'new', 'till@1.1');
  run('releases', 'set-commits', 'till@1.1', '--auto');
  run('deploys', 'new', '--release', 'till@1.0+b1', '-e', 'staging');
  run('releases', 'deploys', 'till@1.1', 'new', '-e', 'production');

  const listed = run('releases', 'list');
  expect(listed).toMatch(/\(unreleased\)\s*\| till@1\.1 /);
  expect(listed).toMatch(/ago\s*\| till@1\.0\+b1/);
  expect(run('releases', 'info', 'till@1.1', '--show-commits')).toContain(second);
  const { deployments } = await json('/projects/till/deployments');
  expect(deployments).toMatchObject([
    { release: 'till@1.1', environment: 'production', commit: second, kind: 'normal' },
    { release: 'till@1.0+b1', environment: 'staging', commit: first },
  ]);
});

test('maps uploaded for a release are found by the address of the script', async ({
  page: browser,
}) => {
  const dist = await page('address', 'address@1');
  sentry('address', dist, 'sourcemaps', 'upload', '--release', 'address@1', dist);
  await expectMapped(browser, 'address', dist);
});

test('maps with injected debug ids need no release', async ({ page: browser }) => {
  const dist = await page('injected', 'injected@1');
  sentry('injected', dist, 'sourcemaps', 'inject', dist);
  sentry('injected', dist, 'sourcemaps', 'upload', dist);
  await expectMapped(browser, 'injected', dist);
});

test('the Vite plugin announces, uploads and deploys', async ({ page: browser }) => {
  const dist = await page(
    'plugin',
    'plugin@1',
    sentryVitePlugin({
      url: suture.url,
      org: 'any-name',
      project: 'plugin',
      authToken: suture.token,
      release: { name: 'plugin@1', setCommits: false, deploy: { env: 'production' } },
      telemetry: false,
      silent: true,
    }),
  );
  const { deployments } = await json('/projects/plugin/deployments');
  expect(deployments).toMatchObject([{ release: 'plugin@1', environment: 'production' }]);
  await expectMapped(browser, 'plugin', dist);
});

test('a map that is damaged fails the upload and is named', async () => {
  expect(suture.run('project', 'add', 'damaged').status).toBe(0);
  const folder = join(scratch, 'damaged');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.js'), 'a();\n//# sourceMappingURL=a.js.map\n');
  writeFileSync(
    join(folder, 'a.js.map'),
    '{"version":3,"sources":["a.ts"],"names":[],"mappings":"AAAAAAAAAAAA"}',
  );
  expect(() =>
    sentry('damaged', folder, 'sourcemaps', 'upload', '--no-rewrite', '--release', 'd@1', '.'),
  ).toThrow(/1 of 1 source maps were not stored.*~\/a\.js/);
});
