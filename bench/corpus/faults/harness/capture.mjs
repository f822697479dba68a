import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { drive, launch } from './browser.mjs';
import { CaseError, edited, FAULTS, readApps } from './case.mjs';
import { commitsOf, seedRepository, sourcesOf } from './repository.mjs';
import { Site, startServer } from './site.mjs';
import { truthOf } from './truth.mjs';

const run = promisify(execFile);
const CAPTURES = join(FAULTS, 'captures');
const UNTIL_SENT = 6_000;
const QUIET = 1_200;
const FIRST_PORT = 4390;

// node capture.mjs [--new] [--unrepaired] [--jobs N] [APP | APP/CASE ...]
// captures all cases or those named: only those without a truth yet, or without trying their repairs
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jobs: { type: 'string' },
    new: { type: 'boolean', default: false },
    unrepaired: { type: 'boolean', default: false },
  },
});
const scratch = await mkdtemp(join(tmpdir(), 'faults-'));
const wrong = [];
let writing = Promise.resolve();
try {
  const wanted = [];
  for (const app of await readApps()) {
    const told = await readTruth(app.name);
    for (const fault of app.cases) {
      const named =
        positionals.length === 0 ||
        positionals.includes(app.name) ||
        positionals.includes(`${app.name}/${fault.name}`);
      if (named && !(values.new && told[fault.name])) wanted.push({ app, fault });
    }
  }
  const queue = wanted.slice();
  const jobs = Number(values.jobs ?? availableParallelism());
  await Promise.all(
    Array.from({ length: jobs }, async (_, job) => {
      const window = { port: FIRST_PORT + job, browser: await launch(FIRST_PORT + job) };
      for (let one = queue.shift(); one; one = queue.shift()) {
        const name = `${one.app.name}/${one.fault.name}`;
        try {
          const truth = await capture(one.app, one.fault, window);
          writing = writing.then(() => keepTruth(one.app, truth));
          await writing;
          console.error(`${name}: ${truth.error}`);
        } catch (error) {
          wrong.push(name);
          console.error(
            `${name}: WRONG: ${error instanceof CaseError ? error.message : error.stack}`,
          );
        }
      }
      await window.browser.close();
    }),
  );
  if (positionals.length === 0 && !values.new) await sweep();
  console.error(
    `${wanted.length - wrong.length} captured, ${wrong.length} wrong ${wrong.join(' ')}`,
  );
} finally {
  await rm(scratch, { recursive: true, force: true });
}
process.exit(wrong.length > 0 ? 1 : 0);

async function capture(app, fault, window) {
  const commits = commitsOf(app, fault);
  const { list, live, fix } = commits;
  const place = join(scratch, `${app.name}-${fault.name}`);
  const ids = await seedRepository(join(place, 'origin.git'), app, fault);
  const broken = await session(app, fault, {
    files: list[live].files,
    folder: join(place, 'live'),
    window,
  });
  if (!broken.bytes) throw new CaseError('no error reached the recorder');
  const truth = truthOf(fault, broken.bytes, ids);
  const mended = values.unrepaired
    ? {}
    : await session(app, fault, { files: list[fix].files, folder: join(place, 'fix'), window });
  if (mended.bytes) {
    const bare = { ...fault, exchange: undefined, action: undefined };
    const { error } = truthOf(bare, mended.bytes, ids);
    throw new CaseError(`the repaired application fails as well: ${error}`);
  }
  await mkdir(join(CAPTURES, app.name), { recursive: true });
  await writeFile(join(CAPTURES, app.name, `${fault.name}.envelope`), broken.bytes);
  await rm(place, { recursive: true, force: true });
  return { ...truth, sources: sourcesOf(commits), maps: broken.maps };
}

/** Builds and serves one tree, does what the person did, and gives what the recorder sent. */
async function session(app, fault, { files, folder, window }) {
  await writeTree(folder, files);
  if (app.modules) await symlink(join(FAULTS, 'node_modules'), join(folder, 'node_modules'));
  if (app.build) {
    const [program, ...args] = app.build.split(' ');
    await run(program, args, { cwd: folder });
  }
  await writeTree(folder, edited(files, fault.data, `${app.name}/${fault.name}`), fault.data);
  const server = await startServer(folder, app.start);
  const release = `${app.name}@1.1.0`;
  const site = new Site(app, { release, weather: fault.weather, upstream: server.port });
  await site.listen(window.port);
  const { context, broke } = await drive(window.browser, app, fault.steps);
  try {
    const repaired = folder.endsWith('fix');
    const bytes = await site.envelope(repaired ? QUIET : UNTIL_SENT);
    if (broke && (!bytes || repaired)) throw broke;
    return { bytes, maps: bytes && !repaired ? await keepMaps(app, folder) : [] };
  } finally {
    await context.close();
    site.close();
    server.stop();
  }
}

/** All files, or only those that some edits touched. */
async function writeTree(folder, files, edits) {
  for (const [path, text] of files) {
    if (edits && !edits.some(({ file }) => file === path)) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Source maps by their content, so that what the cases share is kept once. */
async function keepMaps(app, folder) {
  const kept = [];
  if (!app.public) return kept;
  const root = join(folder, app.public);
  for (const path of await readdir(root, { recursive: true })) {
    if (!path.endsWith('.js.map')) continue;
    const map = await readFile(join(root, path));
    const file = `${createHash('sha256').update(map).digest('hex').slice(0, 16)}.map.gz`;
    await mkdir(join(CAPTURES, 'maps'), { recursive: true });
    await writeFile(join(CAPTURES, 'maps', file), gzipSync(map, { level: 9 }));
    kept.push({ url: `~/${path.slice(0, -'.map'.length)}`, file });
  }
  return kept.sort((one, other) => (one.url < other.url ? -1 : 1));
}

async function readTruth(app) {
  const text = await readFile(join(CAPTURES, app, 'truth.json'), 'utf8').catch(
    () => '{"cases":[]}',
  );
  return Object.fromEntries(JSON.parse(text).cases.map((truth) => [truth.case, truth]));
}

async function keepTruth(app, truth) {
  const told = { ...(await readTruth(app.name)), [truth.case]: truth };
  const names = app.cases.map(({ name }) => name).filter((name) => told[name]);
  const cases = names.map((name) => told[name]);
  const { name, host, heldout, opened, about } = app;
  const whole = { app: name, host, heldout, opened, about, cases };
  await writeFile(join(CAPTURES, name, 'truth.json'), `${JSON.stringify(whole, null, 1)}\n`);
}

/** Maps and envelopes that no case speaks of any more. */
async function sweep() {
  const maps = new Set();
  for (const { name, cases } of await readApps()) {
    const told = await readTruth(name);
    for (const { maps: kept } of Object.values(told)) for (const { file } of kept) maps.add(file);
    const names = new Set(cases.map((each) => `${each.name}.envelope`));
    for (const file of await readdir(join(CAPTURES, name)).catch(() => [])) {
      if (file.endsWith('.envelope') && !names.has(file)) await rm(join(CAPTURES, name, file));
    }
  }
  for (const file of await readdir(join(CAPTURES, 'maps')).catch(() => [])) {
    if (!maps.has(file)) await rm(join(CAPTURES, 'maps', file));
  }
}
