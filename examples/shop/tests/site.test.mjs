import assert from 'node:assert/strict';
import { appendFile, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { DIST, openShop } from './open-shop.mjs';

const { name, version } = JSON.parse(
  await readFile(new URL('../package.json', import.meta.url), 'utf8'),
);

async function asset(ending) {
  const names = await readdir(join(DIST, 'public/assets'));
  return `/assets/${names.find((each) => each.endsWith(ending))}`;
}

test('every page of the shop names its release', async (t) => {
  const { url } = await openShop(t);
  for (const path of ['/', '/cart', '/checkout']) {
    const response = await fetch(new URL(path, url));
    assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.match(
      await response.text(),
      RegExp(`<meta name="release" content="${name}@${version}">`),
    );
  }
});

test('an asset rewritten after the build is served as it is now', async (t) => {
  const dist = await mkdtemp(join(tmpdir(), 'shop-'));
  t.after(() => rm(dist, { recursive: true }));
  await cp(DIST, dist, { recursive: true });
  const { url } = await openShop(t, { dist });
  const path = await asset('.js');

  const before = await fetch(new URL(path, url));
  const etag = before.headers.get('etag');
  assert.equal(before.headers.get('cache-control'), 'no-cache');
  const revalidate = () => fetch(new URL(path, url), { headers: { 'if-none-match': etag } });
  assert.equal((await revalidate()).status, 304);

  await appendFile(join(dist, 'public', path), '\n//# debugId=x\n');
  const after = await revalidate();
  assert.equal(after.status, 200);
  assert.notEqual(after.headers.get('etag'), etag);
  assert.match(await after.text(), /debugId=x/);
});

test('source maps lie beside the assets and are not served', async (t) => {
  const { url } = await openShop(t);
  const response = await fetch(new URL(await asset('.js.map'), url));
  assert.equal(response.status, 404);
});

test('nothing outside the built site is served', async (t) => {
  const { url } = await openShop(t);
  for (const path of ['/..%2f..%2fserver.mjs', '/%2e%2e/package.json', '/%00.js', '/none.js']) {
    const status = await new Promise((resolve, reject) => {
      request(url, { path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    assert.equal(status, 404, path);
  }
  const unreadable = await fetch(new URL('/%ff', url));
  assert.equal(unreadable.status, 400);
});

test('a recorder is loaded before the shop, and only where it is asked for', async (t) => {
  const env = { SUTURE_SDK_URL: 'http://127.0.0.1:9/sdk.js', SUTURE_DSN: 'http://"k"@127.0.0.1/1' };
  const recorded = await openShop(t, { env });
  const page = await (await fetch(recorded.url)).text();
  assert.match(page, /<script src="http:\/\/127.0.0.1:9\/sdk.js" data-dsn="http:\/\/&#34;k&#34;@/);

  const plain = await openShop(t, { env: { SUTURE_SDK_URL: '', SUTURE_DSN: '' } });
  assert.doesNotMatch(await (await fetch(plain.url)).text(), /data-dsn/);
});

test('the shop ends when the process that started it is gone', async (t) => {
  const { stdin, exit } = await openShop(t);
  stdin.end();
  assert.deepEqual(await exit, [0, null]);
});
