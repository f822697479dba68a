import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { git, run } from './process.mjs';

const BUILT = '.built';
const INSTALLED = '.installed';

/**
 * Checks the live commit out into `dir`/live and builds it there. What is complete is noted by a
 * file written last, so a build that was cut short is done again, and a finished one is kept.
 */
export async function buildLive(dir, { origin, live }, progress) {
  const folder = join(dir, 'live');
  const dist = join(folder, 'dist');
  if ((await textOf(join(folder, BUILT))) === live.commit) return dist;

  progress(`Checking out ${live.tag} of the shop`);
  await checkOut(dir, folder, origin, live.commit);
  const lock = createHash('sha256').update(await readFile(join(folder, 'package-lock.json')));
  const wanted = lock.digest('hex');
  const installed = join(folder, 'node_modules', INSTALLED);
  if ((await textOf(installed)) !== wanted) {
    progress('Installing what the shop is built with (npm ci)');
    const flags = [
      '--include=dev',
      '--ignore-scripts',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
    ];
    await run('npm', ['ci', ...flags], { cwd: folder });
    await writeFile(installed, wanted);
  }
  progress('Building the shop');
  await run('npm', ['run', 'build'], { cwd: folder });
  await writeFile(join(folder, BUILT), live.commit);
  return dist;
}

async function checkOut(dir, folder, origin, commit) {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (name !== 'node_modules') await rm(join(folder, name), { recursive: true });
  }
  const index = join(dir, '.live-index');
  const at = [`--git-dir=${origin}`, `--work-tree=${folder}`];
  const env = { GIT_INDEX_FILE: index };
  await git([...at, 'read-tree', commit], { env });
  await git([...at, 'checkout-index', '--all', '--force'], { env });
  await rm(index);
}

async function textOf(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
