import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the author of a case can act on; it is shown without a stack. */
export class CaseError extends Error {}

export const FAULTS = fileURLToPath(new URL('..', import.meta.url));

const FIELD = /^(title|class|exchange|field|action|storage|fix|decoy|develop|how): (.+)$/;
const BLOCK = /^(fault|repair|data|commit|aside)(?: (.+))?$/;

/** Reads a text of fields, `do` and `weather` lines, and blocks of edits. */
export function parse(name, text) {
  const parsed = { name, fields: {}, steps: [], weather: [], blocks: [] };
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const field = FIELD.exec(line);
    const block = BLOCK.exec(line);
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (field) {
      parsed.fields[field[1]] ??= [];
      parsed.fields[field[1]].push(field[2].trim());
    } else if (line.startsWith('do ')) parsed.steps.push(line.slice(3).trim());
    else if (line.startsWith('weather ')) parsed.weather.push(line.slice(8).trim());
    else if (block) parsed.blocks.push({ kind: block[1], what: block[2]?.trim(), edits: [] });
    else if (line === '<<<') at = readEdit(name, lines, at, parsed.blocks.at(-1));
    else if (line.startsWith('in ')) parsed.blocks.at(-1).file = line.slice(3).trim();
    else throw new CaseError(`${name}:${at + 1}: what is "${line}"?`);
  }
  return parsed;
}

function readEdit(name, lines, start, block) {
  const middle = lines.indexOf('===', start);
  const end = lines.indexOf('>>>', start);
  if (!block || middle < 0 || end < middle) throw new CaseError(`${name}:${start + 1}: no edit`);
  block.edits.push({
    file: block.file ?? block.what,
    find: lines.slice(start + 1, middle).join('\n'),
    put: lines.slice(middle + 1, end).join('\n'),
  });
  return end;
}

/** The files of a tree, after edits each of which must find its place once. */
export function edited(tree, edits, whose) {
  const next = new Map(tree);
  for (const { file, find, put } of edits) {
    const text = next.get(file);
    if (find === '' && text === undefined) {
      next.set(file, `${put}\n`);
      continue;
    }
    const found = text?.split(find).length ?? 0;
    if (found !== 2) {
      const times = text === undefined ? 'no such file' : `found ${found - 1} times`;
      throw new CaseError(`${whose}: ${file}: ${times}:\n${find}`);
    }
    next.set(
      file,
      text.replace(find, () => put),
    );
  }
  return next;
}

export function reversed(edits) {
  return edits.toReversed().map(({ file, find, put }) => ({ file, find: put, put: find }));
}

/** An application: its files as they are before any fault, its history, its settings. */
export async function readApp(name) {
  const folder = join(FAULTS, 'apps', name);
  const settings = JSON.parse(await readFile(join(folder, 'app.json'), 'utf8'));
  const tree = await readTree(join(folder, 'tree'), '');
  tree.set('.gitignore', 'node_modules\ndist\n');
  if (settings.modules) {
    tree.set('.npmrc', await readFile(join(FAULTS, '.npmrc'), 'utf8'));
    for (const shared of ['package.json', 'package-lock.json']) {
      tree.set(shared, await readFile(join(FAULTS, settings.modules, shared), 'utf8'));
    }
  }
  const history = parse(`${name}/history`, await readFile(join(folder, 'history.txt'), 'utf8'));
  const cases = [];
  for (const file of (await readdir(join(folder, 'cases'))).sort()) {
    const text = await readFile(join(folder, 'cases', file), 'utf8');
    cases.push(readCase(name, file.replace(/\.case$/, ''), text));
  }
  return { name, ...settings, tree, history: history.blocks, cases };
}

export async function readApps() {
  const names = (await readdir(join(FAULTS, 'apps'))).sort();
  return Promise.all(names.map(readApp));
}

async function readTree(folder, prefix) {
  const tree = new Map();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = prefix + entry.name;
    if (entry.isDirectory()) {
      for (const [name, text] of await readTree(join(folder, entry.name), `${path}/`)) {
        tree.set(name, text);
      }
    } else tree.set(path, await readFile(join(folder, entry.name), 'utf8'));
  }
  return tree;
}

function readCase(app, name, text) {
  const { fields, steps, weather, blocks } = parse(`${app}/${name}`, text);
  const one = (key) => fields[key]?.[0];
  const edits = (kind) =>
    blocks.filter((block) => block.kind === kind).flatMap((block) => block.edits);
  for (const key of ['title', 'class', 'fix', 'how']) {
    if (!one(key)) throw new CaseError(`${app}/${name}: ${key} is missing`);
  }
  const fault = edits('fault');
  if (fault.length === 0) throw new CaseError(`${app}/${name}: it has no fault`);
  const repair = edits('repair');
  return {
    name,
    index: numberOf(name),
    steps,
    weather,
    title: one('title'),
    class: one('class'),
    exchange: one('exchange') && readExchange(one('exchange'), `${app}/${name}`),
    field: one('field'),
    action: one('action'),
    storage: one('storage'),
    fixes: fields.fix.map((fix) => {
      const [file, symbol] = fix.split('#');
      return { file, symbol };
    }),
    decoys: fields.decoy ?? [],
    fixedOnDevelop: one('develop') === 'fixed',
    how: one('how'),
    fault,
    repair: repair.length > 0 ? repair : reversed(fault),
    data: edits('data'),
  };
}

/** A number that stays with a case whatever cases stand beside it. */
function numberOf(name) {
  return [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
}

/** `GET /api/books?page=2` or `GET /api/books nth 2`, counted from one among those of that address. */
function readExchange(text, whose) {
  const match = /^(GET|POST|PUT|PATCH|DELETE) (\S+)(?: op (\w+))?(?: nth (\d+|last))?$/.exec(text);
  if (!match) throw new CaseError(`${whose}: what exchange is "${text}"?`);
  return { method: match[1], path: match[2], operation: match[3], nth: match[4] ?? 'last' };
}
