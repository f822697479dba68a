import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { Suture } from './suture.ts';

/** The stock BugSnag notifier for JavaScript, its two endpoints pointed here, nothing else. */
const notifier = fileURLToPath(import.meta.resolve('@bugsnag/browser/dist/bugsnag.min.js'));
let suture: Suture;
let key: string;
let site: Server;
let origin: string;

const start = () => `Bugsnag.start({
  apiKey: '${key}',
  endpoints: { notify: '${suture.url}/notify', sessions: '${suture.url}/sessions' },
  appVersion: '2.0.1',
  releaseStage: 'production',
});`;

interface Listed {
  issue: { id: string; type: string; title: string; platform: string };
}

async function issueOf(type: string): Promise<Listed['issue'] | undefined> {
  const { issues } = await (await suture.fetch('/api/v1/issues')).json();
  return issues
    .map((listed: Listed) => listed.issue)
    .find((issue: Listed['issue']) => issue.type === type);
}

async function eventOf(issue: string) {
  return (await (await suture.fetch(`/api/v1/issues/${issue}`)).json()).event;
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  suture = await Suture.up();
  expect(suture.run('project', 'add', 'till', '--name', 'Till').status).toBe(0);
  const { projects } = await (await suture.fetch('/api/v1/projects')).json();
  key = new URL(projects[0].dsn).username;
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
});

test('an uncaught error of @bugsnag/js in a browser becomes an issue', async ({ page }) => {
  await page.goto(origin);
  await page.addScriptTag({ path: notifier });
  const session = page.waitForResponse(
    (answer) => answer.url().endsWith('/sessions') && answer.request().method() === 'POST',
  );
  await page.addScriptTag({ content: start() });
  expect((await session).status()).toBe(202);
  await page.addScriptTag({
    content: `function totalOf(receipt) { return receipt.lines.length; }
document.querySelector('button').addEventListener('click', function pay() { totalOf({}); });`,
  });
  const sent = page.waitForResponse(
    (answer) => answer.url().endsWith('/notify') && answer.request().method() === 'POST',
  );
  await page.getByRole('button', { name: 'Pay' }).click();
  expect((await sent).status()).toBe(200);

  await expect.poll(() => issueOf('TypeError')).toBeTruthy();
  const event = await eventOf((await issueOf('TypeError'))?.id ?? '');
  expect(event).toMatchObject({
    platform: 'javascript',
    release: '2.0.1',
    environment: 'production',
    sdk: { name: 'Bugsnag JavaScript' },
  });
  expect(event.thrown[0]).toMatchObject({ handled: false });
  expect(event.thrown[0].frames[0].function).toContain('totalOf');
});

test('a reported error of @bugsnag/js in Node becomes an issue', async () => {
  const script = `const Bugsnag = require('@bugsnag/js');
${start()}
function totalOf(receipt) { if (!receipt.lines) throw new RangeError('no lines'); }
try { totalOf({}); } catch (failure) { Bugsnag.notify(failure); }`;
  execFileSync(process.execPath, ['-e', script], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    timeout: 30_000,
  });
  await expect.poll(() => issueOf('RangeError')).toBeTruthy();
  const event = await eventOf((await issueOf('RangeError'))?.id ?? '');
  expect(event).toMatchObject({ platform: 'node', sdk: { name: 'Bugsnag Node' } });
  expect(event.thrown[0]).toMatchObject({ value: 'no lines', handled: true });
  expect(event.thrown[0].frames[0]).toMatchObject({ function: 'totalOf', inApp: true });
});
