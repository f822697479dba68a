import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { openShop, post } from '../tests/open-shop.mjs';
import { git, run } from './process.mjs';

const SHOP = fileURLToPath(new URL('..', import.meta.url));
const FIX = join(SHOP, 'fix/guard-empty-cart.patch');
const WHO = ['-c', 'user.name=Shop', '-c', 'user.email=shop@example.invalid'];
const { sources } = JSON.parse(await readFile(new URL('series.json', import.meta.url), 'utf8'));

async function folder(t) {
  const dir = await mkdtemp(join(tmpdir(), 'shop-seed-'));
  t.after(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

async function seed(dir, options = [], { env } = {}) {
  return JSON.parse(
    await run(process.execPath, ['seed.mjs', '--out', dir, ...options], { cwd: SHOP, env }),
  );
}

/** A clone in which a fix can be tried. */
async function clone(t, origin, branch) {
  const dir = await folder(t);
  await git(['clone', '-q', '-b', branch, origin, dir]);
  return (...args) => git([...WHO, '-C', dir, ...args]);
}

async function filesUnder(path, name) {
  const file = join(path, name);
  if (!(await stat(file)).isDirectory()) return [name];
  const names = await readdir(file);
  return (await Promise.all(names.map((each) => filesUnder(path, join(name, each))))).flat();
}

test('two seeds have the same ids, whatever git is configured to do', async (t) => {
  const first = await seed(await folder(t));
  const dir = await folder(t);
  const config = join(dir, 'gitconfig');
  const settings = '[user]\nname = Other\n[commit]\ngpgsign = true\n[core]\nautocrlf = true\n';
  await writeFile(
    config,
    `${settings}[init]\ndefaultBranch = trunk\n[apply]\nwhitespace = error\n`,
  );
  const env = {
    GIT_CONFIG_GLOBAL: config,
    GIT_AUTHOR_NAME: 'Other',
    GIT_DIR: dir,
    TZ: 'Asia/Tokyo',
  };
  const second = await seed(join(dir, 'out'), [], { env: { ...process.env, ...env } });

  assert.deepEqual({ ...second, origin: '' }, { ...first, origin: '' });
  const refs = (origin) => git([`--git-dir=${origin}`, 'show-ref', '--head', '--dereference']);
  assert.equal(await refs(second.origin), await refs(first.origin));
});

test('the live tag holds exactly the files of this folder', async (t) => {
  const { origin, live } = await seed(await folder(t));
  const at = `--git-dir=${origin}`;
  assert.equal(await git([at, 'cat-file', '-t', live.tag]), 'tag');
  assert.equal(await git([at, 'rev-parse', `${live.tag}^{commit}`]), live.commit);
  assert.equal(await git([at, 'rev-parse', 'master']), live.commit);

  const names = (await Promise.all(sources.map((name) => filesUnder(SHOP, name)))).flat().sort();
  const held = (await git([at, 'ls-tree', '-r', '--name-only', live.tag])).split('\n').sort();
  assert.deepEqual(held, names);
  for (const name of names) {
    const text = await readFile(join(SHOP, name), 'utf8');
    assert.equal(await git([at, 'show', `${live.tag}:${name}`]), text.replace(/\n$/, ''), name);
  }
});

test('one commit brought the bug in, and both lines have it', async (t) => {
  const { origin, live, develop, brokenBy } = await seed(await folder(t));
  const at = `--git-dir=${origin}`;
  const checkout = (commit) => git([at, 'show', `${commit}:src/Checkout.tsx`]);
  assert.doesNotMatch(await checkout(`${brokenBy}^`), /cart\.items\[0\]/);
  for (const commit of [brokenBy, live.commit, develop]) {
    assert.match(await checkout(commit), /const first = cart\.items\[0\];\n {2}const others/);
  }
  assert.equal(await git([at, 'rev-list', '--count', `${live.commit}..${develop}`]), '3');
  assert.equal(await git([at, 'merge-base', live.commit, develop]), live.commit);
});

test('the fix applies to what is live and can be cherry-picked to develop', async (t) => {
  const { origin, live } = await seed(await folder(t));
  const inClone = await clone(t, origin, 'develop');
  const guard = /const first = cart\.items\[0\];\n {2}if \(!first\) \{/;
  await assert.rejects(inClone('apply', '--check', FIX), /does not apply/, 'develop has moved on');

  await inClone('checkout', '-q', '-b', 'hotfix', live.tag);
  await inClone('apply', '--check', FIX);
  await inClone('am', '-q', FIX);
  assert.match(await inClone('show', 'hotfix:src/Checkout.tsx'), guard);

  await inClone('checkout', '-q', 'develop');
  await inClone('cherry-pick', '-x', 'hotfix');
  assert.match(await inClone('show', 'develop:src/Checkout.tsx'), guard);
  assert.match(await inClone('show', 'develop:src/Checkout.tsx'), /<OrderSummary/);
});

test('what was pushed to the origin outlives another seed', async (t) => {
  const dir = await folder(t);
  const { origin } = await seed(dir);
  const inClone = await clone(t, origin, 'master');
  await inClone('am', '-q', FIX);
  await inClone('push', '-q', 'origin', 'master');
  const pushed = await inClone('rev-parse', 'master');
  await seed(dir);
  assert.equal(await git([`--git-dir=${origin}`, 'rev-parse', 'master']), pushed);
});

test('what stands in the way of the origin is kept, and the reason is said', async (t) => {
  const dir = await folder(t);
  await mkdir(join(dir, 'origin.git/mine'), { recursive: true });
  await assert.rejects(seed(dir), /origin\.git is in the way: move it/);
  assert.deepEqual(await readdir(join(dir, 'origin.git')), ['mine']);
  await assert.rejects(
    run(process.execPath, ['seed.mjs'], { cwd: SHOP }),
    /--out is missing[\s\S]*Usage/,
  );
});

test('a live build that was killed is repaired, and a finished one is kept', async (t) => {
  const dir = await folder(t);
  const child = spawn(process.execPath, ['seed.mjs', '--out', dir, '--live'], {
    cwd: SHOP,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exit = once(child, 'exit');
  child.stderr.on('data', (line) => {
    if (String(line).includes('npm ci')) setTimeout(() => process.kill(-child.pid, 'SIGKILL'), 400);
  });
  assert.deepEqual(await exit, [null, 'SIGKILL']);

  const { live, origin } = await seed(dir, ['--live']);
  assert.equal(live.dir, join(dir, 'live/dist'));
  const { url } = await openShop(t, { dist: live.dir });
  const page = await (await fetch(url)).text();
  assert.match(page, RegExp(`<meta name="release" content="${live.release}">`));
  const cart = await post(url, '/api/cart', { lines: [{ product: 'moon-lamp', quantity: 1 }] });
  assert.deepEqual([cart.status, cart.body.items], [200, []]);
  const assets = await readdir(join(live.dir, 'public/assets'));
  const script = assets.find((name) => name.endsWith('.js'));
  const map = JSON.parse(await readFile(join(live.dir, 'public/assets', `${script}.map`), 'utf8'));
  const source =
    map.sourcesContent[map.sources.findIndex((name) => name.endsWith('/Checkout.tsx'))];
  const shown = await git([`--git-dir=${origin}`, 'show', `${live.commit}:src/Checkout.tsx`]);
  assert.equal(source, `${shown}\n`);

  await writeFile(join(live.dir, 'public/assets', script), '// given a debug id');
  await seed(dir, ['--live']);
  const kept = await readFile(join(live.dir, 'public/assets', script), 'utf8');
  assert.equal(kept, '// given a debug id');
});
