import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { Suture } from './suture.ts';

/** Stock clients in several versions, each pointed here by the one line that its users change. */
const folder = fileURLToPath(new URL('clients', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'suture-clients-'));
let suture: Suture;
let site: Server;
let origin: string;

interface Listed {
  issue: { id: string; type: string; title: string };
}

async function answer(path: string) {
  return (await suture.fetch(`/api/v1${path}`)).json();
}

interface Project {
  slug: string;
  dsn: string;
  key: string;
  id: string;
}

/** A project for each client, so that none of their faults become one issue. */
async function projectOf(client: string): Promise<Project> {
  const made = await suture.fetch('/api/v1/projects', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ slug: client }),
  });
  const { slug, dsn } = await made.json();
  const address = new URL(dsn);
  return { slug, dsn, key: address.username, id: address.pathname.slice(1) };
}

/** The event of a client's issue whose title has these words. */
async function eventOf(client: string, words: string) {
  const { issues } = await answer(`/issues?project=${client}&limit=100`);
  const found = issues.find(({ issue }: Listed) => issue.title.includes(words));
  return found && (await answer(`/issues/${found.issue.id}`)).event;
}

async function arrived(client: string, words: string) {
  const title = `${words} ${client}`;
  await expect.poll(() => eventOf(client, title), { timeout: 20_000 }).toBeTruthy();
  return eventOf(client, title);
}

/** How a client's sessions went, once there are any. */
async function sessionsOf(client: string) {
  const sessions = async () => {
    const { releases } = await answer(`/projects/${client}/releases`);
    const found = releases.find(
      ({ version }: { version: string }) => version === `${client}@1.0.0`,
    );
    return found?.health.sessions;
  };
  await expect.poll(async () => (await sessions())?.sessions ?? 0).toBeGreaterThan(0);
  return sessions();
}

async function expectFaults(client: string) {
  const handled = await arrived(client, 'handled by');
  expect(handled.thrown[0]).toMatchObject({ type: 'RangeError', handled: true });
  expect(handled.thrown[1]).toMatchObject({ type: 'TypeError' });
  expect(handled.thrown[1].frames[0].function).toContain('total');
  const uncaught = await arrived(client, 'uncaught by');
  expect(uncaught.thrown[0]).toMatchObject({ type: 'SyntaxError', handled: false });
  expect(uncaught).toMatchObject({ release: `${client}@1.0.0`, environment: 'production' });
}

async function expectFeedback(client: string) {
  await expect
    .poll(async () => JSON.stringify(await answer(`/projects/${client}/feedback`)))
    .toContain(`feedback of ${client}`);
}

test.beforeAll(async () => {
  test.setTimeout(300_000);
  if (!existsSync(join(folder, 'node_modules')))
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  suture = await Suture.up();
  site = createServer((_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Till</title><button>Pay</button>');
  });
  await new Promise<void>((open) => site.listen(0, '127.0.0.1', open));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});

test.afterAll(async () => {
  site?.close();
  await suture?.down();
  rmSync(scratch, { recursive: true, force: true });
});

/** Runs the client in a Node of its own; an uncaught error ends it, as it should. */
async function inNode(client: string) {
  const { key, id } = await projectOf(client);
  const words = [join(folder, 'node.cjs'), client, suture.url, key, id];
  await new Promise<void>((done) => {
    execFile(process.execPath, words, { cwd: folder, timeout: 60_000 }, () => done());
  });
}

for (const client of ['sentry-node-7', 'sentry-node-8', 'sentry-node-10', 'sentry-node-11'])
  test(`${client} is understood`, async () => {
    await inNode(client);
    await expectFaults(client);
    await arrived(client, 'message of');
    expect(await sessionsOf(client)).toMatchObject({ sessions: 1, crashed: 1 });
    if (client !== 'sentry-node-7') await expectFeedback(client);
  });

for (const client of ['bugsnag-7', 'bugsnag-8', 'bugsnag-9'])
  test(`${client} is understood in Node`, async () => {
    await inNode(client);
    await expectFaults(client);
    expect(await sessionsOf(client)).toMatchObject({ sessions: 1 });
  });

for (const client of ['otlp-proto', 'otlp-http'])
  test(`${client} is understood`, async () => {
    await inNode(client);
    expect((await arrived(client, 'handled by')).thrown[0].type).toBe('RangeError');
  });

for (const major of [7, 8, 9, 10, 11]) {
  const client = `sentry-browser-${major}`;
  test(`${client} is understood`, async ({ page }) => {
    const script = join(scratch, `${client}.js`);
    execFileSync(process.execPath, [join(folder, 'browser.mjs'), client, script]);
    await page.goto(origin);
    await page.addScriptTag({ path: script });
    const { dsn } = await projectOf(client);
    await page.addScriptTag({ content: inPage(client, dsn) });
    await expectFaults(client);
    await arrived(client, 'message of');
    await expectFeedback(client);
    // What version 11 calls unhandled the earlier ones call a crash: a page goes on either way.
    const broken = async () => {
      const { crashed, unhandled } = await sessionsOf(client);
      return crashed + unhandled;
    };
    await expect.poll(broken).toBe(1);
  });
}

const inPage = (client: string, dsn: string) => `
Client.init({
  dsn: '${dsn}',
  release: '${client}@1.0.0',
  environment: 'production',
});
function total(cart) { return cart.items.length; }
function cause() { try { total({}); } catch (failure) { return failure; } }
Client.captureMessage('message of ${client}');
const about = Client.captureException(new RangeError('handled by ${client}', { cause: cause() }));
if (Client.captureFeedback) Client.captureFeedback({ message: 'feedback of ${client}' });
else Client.captureUserFeedback({ event_id: about, name: 'Ada', email: 'ada@example.org',
  comments: 'feedback of ${client}' });
setTimeout(() => { throw new SyntaxError('uncaught by ${client}'); }, 50);
`;
