import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { home, Suture } from './suture.ts';

/** From a channel that is added in the browser to an alert that arrives at a real receiver. */
let suture: Suture;
let receiver: Server;
let address: string;
const bodies: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(240_000);
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      bodies.push(body);
      response.end('ok');
    });
  });
  await new Promise<void>((ready) => receiver.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/services/hidden-part`;
  suture = await Suture.up('--private-hosts', '127.0.0.1');
  expect(suture.run('project', 'add', 'till', '--name', 'Till').status).toBe(0);
});

test.beforeEach(({ context }) => suture.signIn(context));

test.afterAll(async () => {
  receiver?.close();
  await suture?.down();
});

test('a channel is added, tried, and told of a new issue', async ({ page }) => {
  await page.goto(`${suture.url}/alerts?tab=channels`);
  await page.getByLabel('Name').fill('#on-call');
  await page.getByLabel('Webhook address').fill(address);
  await page.getByRole('button', { name: 'Add the channel' }).click();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await expect(page.getByText('It answered 200: ok')).toBeVisible();
  await expect(page.getByText('hidden-part')).toHaveCount(0);
  // Apart from this process, which is the receiver.
  const told = await promisify(execFile)(
    join(home, 'suture'),
    ['alert', 'test', '--project', 'till', '#on-call'],
    { env: suture.environment },
  );
  expect(told.stdout).toContain('delivered');

  const { projects } = await (await suture.fetch('/api/v1/projects')).json();
  const dsn = new URL(projects[0].dsn);
  const id = '9ec79c33ec9942ab8353589fcb2e04dc';
  const event = { event_id: id, platform: 'node', message: '<b>@everyone</b> the till is shut' };
  const sent = await fetch(
    `${suture.url}/api${dsn.pathname}/envelope/?sentry_key=${dsn.username}`,
    {
      method: 'POST',
      body: `{"event_id":"${id}"}\n{"type":"event"}\n${JSON.stringify(event)}\n`,
    },
  );
  expect(sent.status).toBe(200);
  await expect.poll(() => bodies.at(-1)).toContain('A new issue: till-1.');

  await page.getByRole('tab', { name: /Alerts/ }).click();
  await expect(page.getByText('<b>@everyone</b> the till is shut')).toBeVisible();
  await page.getByRole('button', { name: 'Take it on' }).click();
  await expect(page.getByText('Taken on by')).toBeVisible();
});

test('a rule is tried on the past before it is saved', async ({ page }) => {
  await page.goto(`${suture.url}/alerts?tab=rules`);
  await page.getByRole('button', { name: 'New rule' }).click();
  await page.getByLabel('At least').fill('1');
  await page.getByRole('button', { name: 'Try it on the last 14 days' }).click();
  await expect(page.getByText('It would have opened')).toBeVisible();
  await page.getByRole('button', { name: 'Add the rule' }).click();
  await expect(page.getByText('1 or more events within 5 minutes.')).toBeVisible();
});
