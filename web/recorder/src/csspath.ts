const MAX_LEVELS = 6;
/** Names with many digits or hashes are made by machines, and differ in the next build. */
const UNSTABLE = /\d{3}|[\da-f]{6}|^(?:css|sc|jsx|svelte|_)[-_]|__|:/i;

/** A short path that finds this element alone; ` >>> ` steps into an open shadow root. */
export function cssPath(element: Element): string {
  const root = element.getRootNode();
  const inner = pathWithin(element, root as Document | ShadowRoot);
  const { host } = root as Partial<ShadowRoot>;
  return host ? `${cssPath(host)} >>> ${inner}` : inner;
}

function pathWithin(element: Element, root: Document | ShadowRoot): string {
  let path = '';
  let current: Element | null = element;
  for (let level = 0; current && level < MAX_LEVELS; level++) {
    const own: string = selector(current);
    const short = path ? `${own} > ${path}` : own;
    if (isUnique(root, short)) return short;
    const exact = own + nth(current);
    path = path ? `${exact} > ${path}` : exact;
    if (isUnique(root, path)) return path;
    current = current.parentElement;
  }
  return path;
}

function selector(element: Element): string {
  const tag = escaped(element.localName);
  const { id } = element;
  if (id && id.length < 50 && !UNSTABLE.test(id)) return `#${escaped(id)}`;
  for (const name of ['data-testid', 'data-test-id', 'data-test', 'data-cy', 'name']) {
    const value = element.getAttribute(name);
    if (value && value.length < 80) return `${tag}[${name}="${escaped(value)}"]`;
  }
  const classes = [...element.classList]
    .filter((c) => c.length < 30 && !UNSTABLE.test(c))
    .slice(0, 2);
  return tag + classes.map((name) => `.${escaped(name)}`).join('');
}

function nth(element: Element): string {
  const { parentElement: parent, localName } = element;
  const siblings = parent
    ? [...parent.children].filter((child) => child.localName === localName)
    : [];
  return siblings.length > 1 ? `:nth-of-type(${siblings.indexOf(element) + 1})` : '';
}

function isUnique(root: Document | ShadowRoot, path: string): boolean {
  try {
    return root.querySelectorAll(path).length === 1;
  } catch {
    return false;
  }
}

/** Escapes a name for a selector, inside of quotes as well. */
function escaped(name: string): string {
  return name.replace(/^-?\d|[^\w-]/gu, (start) => {
    const code = start.codePointAt(0) ?? 0;
    return `\\${code.toString(16)} ${start.slice(String.fromCodePoint(code).length)}`;
  });
}
