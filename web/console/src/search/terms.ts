/** A piece of a query with its place. */
export interface Piece {
  from: number;
  to: number;
  text: string;
}

/** The pieces of a query between its blanks; quotes and lists hold together. */
export function pieces(query: string): Piece[] {
  const found: Piece[] = [];
  let from = -1;
  let quoted = false;
  let listed = false;
  for (let at = 0; at <= query.length; at++) {
    const letter = query[at] ?? ' ';
    if (letter === '\\' && quoted) {
      at++;
      continue;
    }
    if (letter === '"') quoted = !quoted;
    else if (letter === '[' && query[at - 1] === ':') listed = true;
    else if (letter === ']') listed = false;
    const blank = at === query.length || (/\s/.test(letter) && !quoted && !listed);
    if (!blank && from < 0) from = at;
    if (blank && from >= 0) {
      found.push({ from, to: Math.min(at, query.length), text: query.slice(from, at) });
      from = -1;
    }
  }
  return found;
}

const plain = /^[^\s"*\\[\](),!<>=#+-][^\s"*\\[\](),]*$/;

/** A value as it stands in a query: in quotes where it would be read as something else. */
export function quoted(value: string): string {
  if (plain.test(value)) return value;
  return `"${value.replace(/[\\"*]/g, (letter) => `\\${letter}`)}"`;
}

/** A name as it stands before a colon. */
export function quotedName(name: string): string {
  return /^[A-Za-z0-9_.-]+$/.test(name) ? name : quoted(name).replace(/^([^"].*)$/, '"$1"');
}

export const term = (name: string, value: string, excluded = false): string =>
  `${excluded ? '!' : ''}${quotedName(name)}:${quoted(value)}`;

export const hasTerm = (query: string, text: string): boolean =>
  pieces(query).some((piece) => piece.text === text);

export function addTerm(query: string, text: string): string {
  return hasTerm(query, text) ? query : `${query.trim()} ${text}`.trim();
}

export function removeTerm(query: string, text: string): string {
  return pieces(query)
    .filter((piece) => piece.text !== text)
    .map((piece) => piece.text)
    .join(' ');
}

/** Adds a value, or takes it out when it is there; what says the opposite goes either way. */
export function toggleTerm(query: string, name: string, value: string, excluded: boolean): string {
  const text = term(name, value, excluded);
  const rest = removeTerm(query, term(name, value, !excluded));
  return hasTerm(rest, text) ? removeTerm(rest, text) : addTerm(rest, text);
}

/** Sets what stands behind a key with one meaning at a time, such as `is:`; none takes it out. */
export function setKey(query: string, key: string, value: string | undefined): string {
  const rest = pieces(query)
    .filter((piece) => !piece.text.startsWith(`${key}:`))
    .map((piece) => piece.text)
    .join(' ');
  return value === undefined ? rest : `${key}:${quoted(value)} ${rest}`.trim();
}
