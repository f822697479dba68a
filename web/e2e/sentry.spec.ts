import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { Suture } from './suture.ts';

/** The stock Sentry SDK in a browser, pointed at the DSN: one line changed, nothing else. */
const scratch = mkdtempSync(join(tmpdir(), 'suture-sentry-'));
const release = 'till@2.0.1';
let suture: Suture;
let site: Server;
let origin: string;

const source = (dsn: string) => `import * as Sentry from '@sentry/browser';

Sentry.init({ dsn: '${dsn}', release: '${release}', environment: 'production' });
Sentry.setUser({ id: 'user-7' });
Sentry.setTag('tenant', 'north');

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
  expect(suture.run('project', 'add', 'till', '--name', 'Till').status).toBe(0);
  const { projects } = await (await suture.fetch('/api/v1/projects')).json();
  writeFileSync(join(scratch, 'till.ts'), source(projects[0].dsn));
  writeFileSync(
    join(scratch, 'index.html'),
    '<!doctype html><title>Till</title><button>Pay</button><script type="module" src="./till.ts"></script>',
  );
  await build({
    root: scratch,
    logLevel: 'error',
    resolve: { alias: { '@sentry/browser': import.meta.resolve('@sentry/browser').slice(7) } },
    build: { sourcemap: true, outDir: 'dist' },
  });
  const dist = join(scratch, 'dist');
  expect(suture.run('artifacts', 'inject', dist)).toMatchObject({ status: 0 });
  expect(
    suture.run('artifacts', 'upload', dist, '--project', 'till', '--release', release),
  ).toMatchObject({ status: 0 });
  site = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    const type = { '.html': 'text/html', '.js': 'text/javascript' }[extname(path)];
    if (!type) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type }).end(readFileSync(join(dist, path)));
  });
  await new Promise<void>((open) => site.listen(0, '127.0.0.1', open));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});

test.afterAll(async () => {
  site?.close();
  await suture?.down();
  rmSync(scratch, { recursive: true, force: true });
});

test('an uncaught error of @sentry/browser becomes an issue with mapped frames', async ({
  page,
}) => {
  await page.goto(origin);
  const sent = page.waitForResponse((answer) => answer.url().includes('/envelope/'));
  await page.getByRole('button', { name: 'Pay' }).click();
  expect((await sent).status()).toBe(200);

  await expect
    .poll(async () => (await (await suture.fetch('/api/v1/issues')).json()).issues.length)
    .toBe(1);
  const { issues } = await (await suture.fetch('/api/v1/issues')).json();
  expect(issues[0].issue).toMatchObject({
    id: 'till-1',
    type: 'TypeError',
    events: 1,
    users: 1,
    firstRelease: release,
    culprit: { file: 'till.ts', line: 8 },
  });
  const { event } = await (await suture.fetch('/api/v1/issues/till-1')).json();
  expect(event.sdk.name).toBe('sentry.javascript.browser');
  expect(event.tags.tenant).toBe('north');
  expect(event.thrown[0].frames[0]).toMatchObject({ file: 'till.ts', line: 8, inApp: true });
  expect(event.thrown[0].frames[0].code.lines.join('\n')).toContain('receipt.lines!.map');
});
