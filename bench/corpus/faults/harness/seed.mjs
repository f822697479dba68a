import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CaseError, readApps } from './case.mjs';
import { commitsOf, seedRepository } from './repository.mjs';

// node seed.mjs --out DIR [APP|APP/CASE ...]   makes DIR/APP/CASE.git of each case, tells the ids as JSON
// node seed.mjs --check                only tries that every edit finds its place
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, check: { type: 'boolean', default: false } },
  });
  if (!values.out && !values.check) throw new CaseError('Say --out DIR, or --check.');
  const told = {};
  for (const app of await readApps()) {
    for (const fault of app.cases) {
      const name = `${app.name}/${fault.name}`;
      const asked = positionals.includes(name) || positionals.includes(app.name);
      if (positionals.length > 0 && !asked) continue;
      if (values.check) told[name] = commitsOf(app, fault).list.length;
      else {
        const folder = join(resolve(values.out), app.name);
        await mkdir(folder, { recursive: true });
        told[name] = await seedRepository(join(folder, `${fault.name}.git`), app, fault);
      }
    }
  }
  console.log(JSON.stringify(told));
} catch (error) {
  console.error(error instanceof CaseError ? error.message : error);
  process.exitCode = 1;
}
