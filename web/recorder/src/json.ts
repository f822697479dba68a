import type { Redactor } from './redact';

const TOKEN = /"(?:[^"\\]|\\[\s\S])*"?|-?\d[\d.eE+-]*|[{}[\],:]|[^\s"{}[\],:]+|\s+/g;
const MAX_NESTED = 3;

/**
 * Redacts JSON text in place, token by token: untouched values keep their bytes (a parsed and
 * rewritten 64-bit id would not), and text that was cut at a limit is still understood.
 */
export function redactJson(text: string, redactor: Redactor, nested = 0, under?: string): string {
  const out: string[] = [];
  let name = under;
  let expectsValue = under !== undefined;
  let hiddenDepth = 0;
  let lastString: string | undefined;

  for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
    const kind = token[0] as string;
    if (hiddenDepth > 0) {
      if (kind === '{' || kind === '[') hiddenDepth++;
      if (kind === '}' || kind === ']') hiddenDepth--;
      if (!redactor.pseudonyms) continue;
    }
    if (/\s/.test(kind)) {
      out.push(token);
      continue;
    }
    if (kind === ':') {
      name = lastString;
      expectsValue = true;
      out.push(token);
      continue;
    }
    const inside = hiddenDepth > 0 && !/[{}[\],]/.test(kind) && !isName(text, at + token.length);
    const secret = inside || (expectsValue && name !== undefined && redactor.secretName(name));
    expectsValue = false;
    lastString = undefined;
    if (secret && !/^(?:""|null|true|false|[}\],])$/.test(token)) {
      const opens = kind === '{' || kind === '[';
      if (opens) hiddenDepth = Math.max(1, hiddenDepth);
      out.push(opens && redactor.pseudonyms ? token : hidden(token, redactor));
      continue;
    }
    if (kind === '"') lastString = unquoted(token);
    out.push(scalar(token, lastString, redactor, nested));
  }
  return out.join('');
}

/** Whether a string is the name of a value: a colon follows. */
function isName(text: string, end: number): boolean {
  return /^\s{0,20}:/.test(text.slice(end, end + 21));
}

/** A secret in place of which another stands, of the same type where there is one. */
function hidden(token: string, redactor: Redactor): string {
  if (token.startsWith('"')) return JSON.stringify(redactor.secret(unquoted(token)));
  const other = redactor.secret(token);
  return redactor.pseudonyms && /^-?\d/.test(token) ? other : JSON.stringify(other);
}

function scalar(
  token: string,
  text: string | undefined,
  redactor: Redactor,
  nested: number,
): string {
  if (text !== undefined) {
    if (redactor.known.has(text)) return JSON.stringify(redactor.replace(text));
    if (text.length < 4) return token;
    const inner = /^\s*[{[]/.test(text) && nested < MAX_NESTED;
    const safe = inner ? redactJson(text, redactor, nested + 1) : redactor.text(text);
    return safe === text ? token : JSON.stringify(safe);
  }
  if (token.length > 12 && /^\d+$/.test(token)) {
    const safe = redactor.values(token);
    return safe === token || redactor.pseudonyms ? safe : JSON.stringify(safe);
  }
  if (token.length < 6 || /^[-\d{}[\],]/.test(token)) return token;
  return redactor.text(token);
}

/** What a JSON string says; one that was cut off is closed first. */
function unquoted(token: string): string {
  const closed = token.length > 1 && token.endsWith('"') ? token : `${token.replace(/\\+$/, '')}"`;
  try {
    return JSON.parse(closed) as string;
  } catch {
    return token.slice(1).replace(/"$/, '');
  }
}
