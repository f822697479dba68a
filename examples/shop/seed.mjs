import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildLive } from './history/live.mjs';
import { seedOrigin } from './history/origin.mjs';
import { SeedError } from './history/process.mjs';

const USAGE = `Usage: node seed.mjs --out DIR [--live]
  --out DIR  the folder that gets origin.git, the shop's repository
  --live     build what is live, too, into DIR/live/dist`;

function options() {
  try {
    const { values } = parseArgs({
      options: { out: { type: 'string' }, live: { type: 'boolean', default: false } },
    });
    if (!values.out) throw new Error('--out is missing.');
    return { dir: resolve(values.out), live: values.live };
  } catch (error) {
    throw new SeedError(`${error.message}\n${USAGE}`);
  }
}

try {
  const { dir, live } = options();
  const seeded = await seedOrigin(dir);
  if (live) {
    const progress = (line) => console.error(line);
    seeded.live.dir = await buildLive(dir, seeded, progress);
  }
  console.log(JSON.stringify(seeded));
} catch (error) {
  console.error(error instanceof SeedError ? error.message : error);
  process.exitCode = 1;
}
