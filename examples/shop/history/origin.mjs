import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { git, SeedError } from './process.mjs';

const SHOP = fileURLToPath(new URL('..', import.meta.url));
const HISTORY = fileURLToPath(new URL('.', import.meta.url));
const FACTS = 'seeded.json';

/**
 * The shop's repository at `dir`/origin.git, made where it is absent and left alone where it is
 * there: hotfixes may have been pushed to it. It appears whole, by a rename, or not at all.
 */
export async function seedOrigin(dir) {
  await mkdir(dir, { recursive: true });
  const origin = join(dir, 'origin.git');
  const present = await facts(origin);
  if (present) return { origin, ...present };
  const scratch = join(dir, '.seeding');
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch);
  try {
    const series = JSON.parse(await readFile(join(HISTORY, 'series.json'), 'utf8'));
    const repository = new Repository(join(scratch, 'origin.git'), join(scratch, 'tree'));
    const made = await repository.make(series);
    await writeFile(join(scratch, 'origin.git', FACTS), `${JSON.stringify(made)}\n`);
    await rename(join(scratch, 'origin.git'), origin).catch((error) => {
      throw new SeedError(`${origin} is in the way: move it, and run again. (${error.message})`);
    });
    return { origin, ...made };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function facts(origin) {
  try {
    return JSON.parse(await readFile(join(origin, FACTS), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A bare repository that grows commit by commit, with the files of the next commit in `tree`. */
class Repository {
  constructor(folder, tree) {
    this.folder = folder;
    this.tree = tree;
  }

  /**
   * The files in the shop's folder are those that are live; taking the patches of master off them
   * leaves the first commit, and from there on every patch is a commit.
   */
  async make(series) {
    await git([
      'init',
      '-q',
      '--bare',
      '--template=',
      '--object-format=sha1',
      '-b',
      'master',
      this.folder,
    ]);
    await mkdir(this.tree);
    for (const name of series.sources) {
      await cp(join(SHOP, name), join(this.tree, name), { recursive: true });
    }
    const master = await patches(series.master);
    for (const { file } of master.toReversed()) await this.#apply('--reverse', file);

    let tip = await this.#commit(undefined, { ...series.first, body: '' });
    let brokenBy;
    for (const patch of master) {
      await this.#apply(patch.file);
      tip = await this.#commit(tip, patch);
      if (patch.bringsTheBug) brokenBy = tip;
    }
    const commit = tip;
    await this.#git('update-ref', 'refs/heads/master', commit);
    for (const patch of await patches(series.develop)) {
      await this.#apply(patch.file);
      tip = await this.#commit(tip, patch);
    }
    await this.#git('update-ref', 'refs/heads/develop', tip);
    const release = `shop@${series.live.slice(1)}`;
    return { live: { tag: series.live, commit, release }, develop: tip, brokenBy };
  }

  async #commit(parent, { subject, body, date, tag }) {
    await this.#git('add', '--all', '--force');
    const env = signature(date);
    const parents = parent ? ['-p', parent] : [];
    const texts = body ? ['-m', subject, '-m', body] : ['-m', subject];
    const tree = await this.#git('write-tree');
    const commit = await this.#git('commit-tree', ...parents, ...texts, tree, { env });
    if (tag)
      await this.#git('tag', '--annotate', '-m', `Release ${tag.slice(1)}`, tag, commit, { env });
    return commit;
  }

  #apply(...args) {
    return this.#git('-C', this.tree, 'apply', '--whitespace=nowarn', ...args);
  }

  #git(...args) {
    const options = typeof args.at(-1) === 'object' ? args.pop() : {};
    return git([`--git-dir=${this.folder}`, `--work-tree=${this.tree}`, ...args], options);
  }
}

function signature(date) {
  const who = { NAME: 'Shop', EMAIL: 'shop@example.invalid', DATE: date };
  return Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) =>
      Object.entries(who).map(([what, value]) => [`GIT_${role}_${what}`, value]),
    ),
  );
}

function patches(list) {
  return Promise.all(
    list.map(async (entry) => {
      const file = join(HISTORY, entry.patch);
      const [head] = (await readFile(file, 'utf8')).split('\n---\n', 1);
      const [, date, subject, body] = head.match(
        /^From: .*\nDate: (.*)\nSubject: \[PATCH\] (.*)\n([\s\S]*)$/,
      );
      return { ...entry, file, date, subject, body: body.trim() };
    }),
  );
}
