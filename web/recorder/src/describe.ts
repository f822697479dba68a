// Any value as bounded text, taken at once because objects change: no getter is called, no cycle
// followed, no page code run beyond what a Proxy's own traps do.

const MAX_TEXT = 10_000;
const MAX_DEPTH = 5;
const MAX_KEYS = 100;

interface Budget {
  left: number;
  readonly path: object[];
}

export function describe(value: unknown, limit = MAX_TEXT): string {
  try {
    if (typeof value === 'string') return cut(value, limit);
    if (typeof value !== 'object' || value === null) return primitive(value);
    const special = specialText(value);
    if (special !== undefined) return cut(special, limit);
    return cut(JSON.stringify(plain(value, { left: limit, path: [] }, 0)) ?? '', limit);
  } catch {
    return '[unreadable]';
  }
}

export function cut(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit)}… (${text.length} characters)` : text;
}

function primitive(value: unknown): string {
  switch (typeof value) {
    case 'bigint':
      return `${value}n`;
    case 'function':
      return `[function ${ownText(value, 'name') || 'anonymous'}]`;
    default:
      return Object.is(value, -0) ? '-0' : String(value);
  }
}

/** Objects that have a text of their own. */
function specialText(value: object): string | undefined {
  if (value instanceof Error) return errorText(value);
  if (value instanceof Date) return Number.isNaN(+value) ? 'Invalid Date' : value.toISOString();
  if (value instanceof RegExp) return RegExp.prototype.toString.call(value);
  if (value instanceof Promise) return '[Promise]';
  if (value instanceof WeakMap || value instanceof WeakSet) return '[weak collection]';
  if (value instanceof ArrayBuffer) return `[ArrayBuffer ${value.byteLength}]`;
  if (ArrayBuffer.isView(value)) return `[bytes ${value.byteLength}]`;
  if (typeof Node === 'function' && value instanceof Node) return nodeText(value);
  if (typeof Event === 'function' && value instanceof Event) return `[event ${value.type}]`;
  if (typeof Window === 'function' && value instanceof Window) return '[window]';
  if (typeof value === 'function') return primitive(value);
  return undefined;
}

export function errorText(error: Error, depth = 0): string {
  const head = `${readText(error, 'name') || 'Error'}: ${readText(error, 'message')}`;
  const stack = readText(error, 'stack');
  const text = stack.includes(readText(error, 'message')) && stack ? stack : `${head}\n${stack}`;
  const cause = depth < 4 ? error.cause : undefined;
  if (cause === undefined) return text.trimEnd();
  const below = cause instanceof Error ? errorText(cause, depth + 1) : describe(cause, 1000);
  return `${text.trimEnd()}\nCaused by: ${below}`;
}

/** The start tag, without values that a person may have typed. */
function nodeText(node: Node): string {
  if (!(node instanceof Element)) return `[${node.nodeName}]`;
  const attributes = ['id', 'class', 'name', 'type', 'role', 'data-testid']
    .map((name) => [name, node.getAttribute(name)] as const)
    .filter(([, value]) => value)
    .map(([name, value]) => ` ${name}="${cut(value ?? '', 80)}"`);
  return `<${node.localName}${attributes.join('')}>`;
}

function plain(value: unknown, budget: Budget, depth: number): unknown {
  if (budget.left <= 0) return '[…]';
  if (typeof value === 'string') {
    const text = cut(value, Math.min(budget.left, 4000));
    budget.left -= text.length;
    return text;
  }
  budget.left -= 8;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object') return `[${primitive(value).replace(/^\[|\]$/g, '')}]`;
  const special = specialText(value);
  if (special !== undefined) return cut(special, 2000);
  if (budget.path.includes(value)) return '[circular]';
  if (depth >= MAX_DEPTH) return Array.isArray(value) ? `[array ${value.length}]` : '[object]';
  budget.path.push(value);
  const copy = collection(value, budget, depth + 1);
  budget.path.pop();
  return copy;
}

function collection(value: object, budget: Budget, depth: number): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (let i = 0; i < Math.min(value.length, MAX_KEYS) && budget.left > 0; i++) {
      items.push(plain(ownValue(value, i), budget, depth));
    }
    if (value.length > items.length) items.push(`… ${value.length - items.length} more`);
    return items;
  }
  if (value instanceof Map) {
    return { '[map]': first(Map.prototype.entries.call(value), budget, depth) };
  }
  if (value instanceof Set) {
    return { '[set]': first(Set.prototype.values.call(value), budget, depth) };
  }
  const copy: Record<string, unknown> = {};
  let seen = 0;
  for (const key in value) {
    if (!Object.hasOwn(value, key)) continue;
    if (seen++ >= MAX_KEYS || budget.left <= 0) {
      copy['…'] = 'more keys';
      break;
    }
    budget.left -= key.length;
    // `__proto__` as an own name must stay a name.
    Object.defineProperty(copy, cut(key, 200), {
      value: plain(ownValue(value, key), budget, depth),
      enumerable: true,
      configurable: true,
    });
  }
  return copy;
}

function first(values: Iterable<unknown>, budget: Budget, depth: number): unknown[] {
  const items: unknown[] = [];
  for (const value of values) {
    if (items.length >= MAX_KEYS || budget.left <= 0) {
      items.push('… more');
      break;
    }
    items.push(plain(value, budget, depth));
  }
  return items;
}

function ownValue(value: object, key: PropertyKey): unknown {
  try {
    const descriptor = Object.getOwnPropertyDescriptor(value, key);
    if (!descriptor) return undefined;
    return descriptor.get ? '[getter]' : descriptor.value;
  } catch {
    return '[unreadable]';
  }
}

function ownText(value: unknown, key: string): string {
  const text = Object.getOwnPropertyDescriptor(value, key)?.value;
  return typeof text === 'string' ? text : '';
}

function readText(error: Error, key: 'name' | 'message' | 'stack'): string {
  try {
    const text = error[key];
    return typeof text === 'string' ? text : '';
  } catch {
    return '';
  }
}
