import type { Cause } from '@suture/wire/api';

/** What was wrong with a value, in words. */
export const complaints: Record<string, string> = {
  undefined: 'undefined',
  nothing: 'null',
  missing: 'null or undefined',
  emptyList: 'a list without elements',
  noList: 'no list',
  noText: 'no text',
  noNumber: 'no number',
  noIterable: 'nothing to iterate',
  noDate: 'no date',
  noJson: 'no JSON',
  noFunction: 'no function',
};

/** Where values come from, in words. */
export const kinds: Record<Cause['candidates'][number]['kind'], string> = {
  exchange: 'answer',
  storage: 'storage',
  address: 'address',
  element: 'element of the page',
  global: 'another script',
  chunk: 'file loaded late',
};

/** The chain as text to paste. */
export function chainText(cause: Cause): string {
  const { action, exchange, expression, commits } = cause;
  return [
    cause.summary,
    action && `action: ${action.kind}, ${action.before} ms before`,
    exchange &&
      `exchange: ${exchange.method} ${exchange.url} -> ${exchange.status}, ${exchange.before} ms before`,
    exchange?.field && `field: ${exchange.field} (${exchange.found})`,
    expression && `expression: ${expression.code} at ${expression.path}:${expression.line}`,
    ...commits.map((each) => `commit: ${each.commit} ${each.subject} (${each.author})`),
  ]
    .filter(Boolean)
    .join('\n');
}
