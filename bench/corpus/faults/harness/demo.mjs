import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seedOrigin } from '../../../../examples/shop/history/origin.mjs';
import { git, run } from '../../../../examples/shop/history/process.mjs';
import { drive, launch } from './browser.mjs';
import { FAULTS } from './case.mjs';
import { readEnvelope } from './envelope.mjs';
import { Site, startServer } from './site.mjs';

const SHOP = join(FAULTS, '../../../examples/shop');
const DEMO = join(FAULTS, '../demo');
const PORT = 4388;
const UNTIL_SENT = 6_000;
const STEPS = [
  'press "[data-testid=add-moon-lamp]"',
  'press "[data-testid=nav-cart]"',
  'press "[data-testid=checkout]"',
];

// node demo.mjs --out DIR: the demo's repository at DIR/origin.git, its fix on the branch `fix`;
// the last line tells the commits as JSON
// node demo.mjs --capture: what a recorder sees of its bug, into bench/corpus/demo
const { values } = parseArgs({
  options: { out: { type: 'string' }, capture: { type: 'boolean', default: false } },
});
const scratch = await mkdtemp(join(tmpdir(), 'demo-'));
try {
  if (values.out) console.log(JSON.stringify(await seeded(values.out)));
  if (values.capture) await capture();
} finally {
  await rm(scratch, { recursive: true, force: true });
}
process.exit(0);

async function seeded(folder) {
  const { origin, live } = await seedOrigin(folder);
  const clone = join(scratch, 'clone');
  await git(['clone', '-q', origin, clone]);
  const author = { GIT_COMMITTER_NAME: 'Shop', GIT_COMMITTER_EMAIL: 'shop@example.invalid' };
  const env = { ...author, GIT_COMMITTER_DATE: '2026-10-09T08:30:00+02:00' };
  await git(['-C', clone, 'checkout', '-q', '-b', 'fix', live.commit]);
  await git(['-C', clone, 'am', '-q', join(SHOP, 'fix/guard-empty-cart.patch')], { env });
  await git(['-C', clone, 'push', '-q', 'origin', 'fix']);
  const fix = await git(['-C', clone, 'rev-parse', 'fix']);
  return { live: live.commit, fix: String(fix).trim() };
}

async function capture() {
  const { live } = await seeded(join(scratch, 'seeded'));
  const folder = join(scratch, 'clone');
  await git(['-C', folder, 'checkout', '-q', live]);
  await symlink(join(FAULTS, 'node_modules'), join(folder, 'node_modules'));
  await run('npm', ['run', 'build'], { cwd: folder });
  const server = await startServer(folder, 'node dist/server.mjs --port 4173');
  const app = { host: 'shop.example' };
  const site = new Site(app, { release: 'shop@1.4.2', weather: [], upstream: server.port });
  await site.listen(PORT);
  const browser = await launch(PORT);
  const { broke } = await drive(browser, app, STEPS);
  const bytes = await site.envelope(UNTIL_SENT);
  await browser.close();
  site.close();
  server.stop();
  if (!bytes) throw broke ?? new Error('no error reached the recorder');
  await mkdir(DEMO, { recursive: true });
  await writeFile(join(DEMO, 'checkout.envelope'), bytes);
  const { event } = readEnvelope(bytes);
  console.error(event.exception.values[0].value);
}
