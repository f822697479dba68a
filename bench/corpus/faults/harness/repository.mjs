import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { CaseError, edited, reversed } from './case.mjs';

const FIRST_DAY = Date.UTC(2026, 1, 2, 9, 0, 0) / 1000;
const DAY = 86_400;

/**
 * The commits of a case. Master: the application's own history, released as v1.0.0; then an aside,
 * the fault and another aside, released as v1.1.0, which is live. Develop goes on from there, with
 * the repair where the case says so; `fix/<case>` is the repair on what is live.
 */
export function commitsOf(app, fault) {
  const whose = `${app.name}/${fault.name}`;
  const commits = app.history.filter((block) => block.kind === 'commit');
  const asides = app.history.filter((block) => block.kind === 'aside');
  const aside = (offset) => asides[(fault.index + offset) % asides.length];

  let tree = app.tree;
  for (const commit of commits.toReversed()) {
    tree = edited(tree, reversed(commit.edits), `${app.name}/history`);
  }
  const list = [];
  const add = (subject, next, more = {}) => {
    list.push({ subject, files: next, ...more });
    tree = next;
    return list.length - 1;
  };
  add('Begin', tree, { branch: 'master' });
  for (const { what, edits } of commits) add(what, edited(tree, edits, `${app.name}/history`));
  const before = add('Release 1.0.0', withVersion(tree, '1.0.0'), { tag: 'v1.0.0' });
  add(aside(0).what, edited(tree, aside(0).edits, whose));
  const brokenBy = add(fault.title, edited(tree, fault.fault, whose));
  add(aside(1).what, edited(tree, aside(1).edits, whose));
  const live = add('Release 1.1.0', withVersion(tree, '1.1.0'), { tag: 'v1.1.0' });
  const liveTree = tree;

  const fixed = edited(liveTree, fault.repair, whose);
  const fix = add(`Repair: ${fault.how}`, fixed, { branch: `fix/${fault.name}`, parent: live });
  tree = liveTree;
  add(aside(2).what, edited(tree, aside(2).edits, whose), { branch: 'develop', parent: live });
  if (fault.fixedOnDevelop) add(fault.how, edited(tree, fault.repair, whose));
  return { list, before, brokenBy, live, fix };
}

function withVersion(tree, version) {
  return new Map(tree).set('VERSION', `${version}\n`);
}

/** A hash of all that the commits are made of. */
export function sourcesOf({ list }) {
  const hash = createHash('sha256');
  for (const { subject, files, branch, tag } of list) {
    hash.update(JSON.stringify([subject, branch, tag, [...files].sort()]));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Makes the bare repository of a case, with the same ids wherever it is made. */
export async function seedRepository(folder, app, fault) {
  const { list, before, brokenBy, live, fix } = commitsOf(app, fault);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await git(['init', '-q', '--bare', '--template=', '-b', 'master', folder]);
  const ids = await fastImport(folder, list);
  return {
    origin: folder,
    before: { tag: 'v1.0.0', commit: ids[before], release: `${app.name}@1.0.0` },
    live: { tag: 'v1.1.0', commit: ids[live], release: `${app.name}@1.1.0` },
    brokenBy: ids[brokenBy],
    fix: { branch: `fix/${fault.name}`, commit: ids[fix] },
  };
}

/** One process for the whole history, however long. */
async function fastImport(folder, list) {
  const parts = [];
  let branch = 'master';
  list.forEach(({ subject, files, parent, branch: next, tag }, index) => {
    branch = next ?? branch;
    const who = `Ada Apps <ada@${'apps.example'}> ${FIRST_DAY + index * 3 * DAY} +0000`;
    parts.push(`commit refs/heads/${branch}\nmark :${index + 1}\n`);
    parts.push(`author ${who}\ncommitter ${who}\n`, data(subject));
    if (parent !== undefined) parts.push(`from :${parent + 1}\n`);
    parts.push('deleteall\n');
    for (const [path, text] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
      parts.push(`M 100644 inline ${path}\n`, data(text));
    }
    if (tag) {
      parts.push(`tag ${tag}\nfrom :${index + 1}\ntagger ${who}\n`, data(`Release ${tag}`));
    }
  });
  parts.push(...list.map((_, index) => `get-mark :${index + 1}\n`));
  parts.push('done\n');
  const printed = await git(
    ['-C', folder, 'fast-import', '--quiet', '--done', '--date-format=raw'],
    parts.join(''),
  );
  return printed.trim().split('\n');
}

function data(text) {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** Runs git without this machine's configuration, so that ids come out the same. */
export function git(args, input = '') {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
  );
  const child = spawn('git', args, {
    env: { ...env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', LC_ALL: 'C' },
  });
  const printed = [];
  const said = [];
  child.stdout.on('data', (chunk) => printed.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const text = Buffer.concat(printed).toString('utf8');
      if (code === 0) resolve(text);
      else reject(new CaseError(`git ${args.slice(0, 4).join(' ')}: ${Buffer.concat(said)}`));
    });
  });
}
