import { pieces, quoted, quotedName } from './terms';

/** What stands under the caret: a name that is being written, or a value behind one. */
export type Spot =
  | { kind: 'name'; from: number; to: number; negated: boolean; prefix: string }
  | { kind: 'value'; from: number; to: number; name: string; prefix: string };

export interface Suggestion {
  /** What is shown. */
  label: string;
  /** What it means, or how often it is there. */
  hint: string;
  /** What takes the place of the spot. */
  insert: string;
  /** True when writing goes on behind it, as behind the colon of a name. */
  open: boolean;
}

export interface Word {
  name: string;
  meaning: string;
}

export interface Counted {
  name: string;
  events: number;
}

/** What there is to suggest. */
export interface Sources {
  keys: readonly Word[];
  states: readonly Word[];
  tags: readonly Counted[];
  projects: readonly string[];
  /** Values of the tag under the caret, as far as they are known. */
  values: readonly { value: string; events: number }[];
}

const most = 10;

export function spotAt(query: string, caret: number): Spot {
  const piece = pieces(query).find((each) => each.from <= caret && caret <= each.to);
  if (!piece) return { kind: 'name', from: caret, to: caret, negated: false, prefix: '' };
  const brackets = /^[!(]*/.exec(piece.text)?.[0].length ?? 0;
  const from = piece.from + brackets;
  const body = piece.text.slice(brackets);
  const named = /^("(?:[^"\\]|\\.)*"|[A-Za-z0-9_.-]+):/.exec(body);
  if (!named || caret < from + named[0].length) {
    const negated = piece.text.slice(0, brackets).includes('!');
    return { kind: 'name', from, to: piece.to, negated, prefix: query.slice(from, caret) };
  }
  const name = unquoted(named[1] ?? '');
  const start = from + named[0].length;
  return valueSpot(query, name, start, piece.to, caret);
}

/** In a list the value between two commas. */
function valueSpot(query: string, name: string, start: number, end: number, caret: number): Spot {
  if (query[start] !== '[')
    return {
      kind: 'value',
      name,
      from: start,
      to: end,
      prefix: unquoted(query.slice(start, caret)),
    };
  const before = Math.max(query.lastIndexOf(',', caret - 1), start) + 1;
  const skipped = /^\s*/.exec(query.slice(before, caret))?.[0].length ?? 0;
  const closing = query.slice(caret, end).search(/[,\]]/);
  return {
    kind: 'value',
    name,
    from: before + skipped,
    to: closing < 0 ? end : caret + closing,
    prefix: unquoted(query.slice(before + skipped, caret)),
  };
}

function unquoted(text: string): string {
  return text
    .replace(/^"|"$/g, '')
    .replace(/\\(.)/g, '$1')
    .replace(/^[<>]=?/, '');
}

const spans: readonly Word[] = [
  { name: '-1h', meaning: 'within the last hour' },
  { name: '-24h', meaning: 'within the last day' },
  { name: '-7d', meaning: 'within the last week' },
  { name: '-14d', meaning: 'within the last two weeks' },
  { name: '+7d', meaning: 'longer ago than a week' },
  { name: '+30d', meaning: 'longer ago than 30 days' },
];

const counts: readonly Word[] = [
  { name: '>10', meaning: 'more than 10' },
  { name: '>100', meaning: 'more than 100' },
  { name: '>1000', meaning: 'more than 1000' },
];

const holders: readonly Word[] = [
  { name: 'me', meaning: 'assigned to you' },
  { name: 'none', meaning: 'assigned to nobody' },
];

/** Keys whose values come from the server: every tag, and nothing else. */
export function isTag(name: string, keys: readonly Word[]): boolean {
  return !keys.some((key) => key.name === name) && !['age', 'assignee', 'timesSeen'].includes(name);
}

export function suggest(spot: Spot, sources: Sources): Suggestion[] {
  return (spot.kind === 'name' ? names(spot.prefix, sources) : values(spot, sources)).slice(
    0,
    most,
  );
}

function names(prefix: string, { keys, tags }: Sources): Suggestion[] {
  const wanted = prefix.replace(/^"/, '').toLowerCase();
  const known = [
    ...keys.map((key) => ({ name: key.name, hint: key.meaning })),
    ...tags
      .filter((tag) => !keys.some((key) => key.name === tag.name))
      .map((tag) => ({ name: tag.name, hint: 'tag' })),
  ];
  return ranked(known, wanted).map(({ name, hint }) => ({
    label: `${name}:`,
    hint,
    insert: `${quotedName(name)}:`,
    open: true,
  }));
}

function values(spot: Spot & { kind: 'value' }, sources: Sources): Suggestion[] {
  const { name, prefix } = spot;
  const fixed = fixedValues(name, sources);
  if (fixed)
    return ranked(
      fixed.map((word) => ({ name: word.name, hint: word.meaning })),
      prefix.toLowerCase(),
    ).map((word) => closed(word.name, word.hint, word.name));
  const latest = name === 'release' && 'latest'.startsWith(prefix) && prefix !== 'latest';
  return [
    ...(latest ? [closed('latest', 'the newest of the project', 'latest')] : []),
    ...sources.values.map(({ value, events }) =>
      closed(value, `${events.toLocaleString('en')} events`, quoted(value)),
    ),
  ];
}

function fixedValues(name: string, sources: Sources): readonly Word[] | undefined {
  switch (name) {
    case 'is':
      return sources.states;
    case 'assigned':
    case 'assignee':
      return holders;
    case 'has':
      return sources.tags.map((tag) => ({ name: tag.name, meaning: 'tag' }));
    case 'project':
      return sources.projects.map((slug) => ({ name: slug, meaning: 'project' }));
    case 'firstSeen':
    case 'lastSeen':
    case 'timestamp':
    case 'age':
      return spans;
    case 'events':
    case 'users':
    case 'timesSeen':
      return counts;
    case 'issue':
    case 'message':
      return [];
    default:
      return undefined;
  }
}

const closed = (label: string, hint: string, insert: string): Suggestion => ({
  label,
  hint,
  insert,
  open: false,
});

/** What begins with the letters comes first, what has them inside after it. */
function ranked<T extends { name: string }>(all: readonly T[], wanted: string): T[] {
  if (!wanted) return [...all];
  const begins = all.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  const inside = all.filter(({ name }) => name.toLowerCase().indexOf(wanted) > 0);
  return [...begins, ...inside];
}

/** The query with a suggestion in its spot, and where the caret goes. */
export function complete(
  query: string,
  spot: Spot,
  { insert, open }: Suggestion,
): { query: string; caret: number } {
  const behind = query.slice(spot.to);
  const gap = open || /^[\s,\])]/.test(behind) ? '' : ' ';
  const text = query.slice(0, spot.from) + insert + gap + behind;
  const caret = spot.from + insert.length + gap.length;
  return { query: text, caret };
}
