// Role and accessible name as tools for tests compute them, for what people act on. A library that
// covers all of ARIA would be a tenth of the recorder's size.
import { visibleText } from './text';

const ROLES: Record<string, string> = {
  button: 'button',
  summary: 'button',
  textarea: 'textbox',
  option: 'option',
  img: 'img',
  nav: 'navigation',
  main: 'main',
  form: 'form',
  dialog: 'dialog',
  li: 'listitem',
  ul: 'list',
  ol: 'list',
  table: 'table',
  tr: 'row',
  td: 'cell',
  th: 'columnheader',
  article: 'article',
  fieldset: 'group',
  progress: 'progressbar',
};
const INPUTS: Record<string, string> = {
  button: 'button',
  submit: 'button',
  reset: 'button',
  image: 'button',
  checkbox: 'checkbox',
  radio: 'radio',
  range: 'slider',
  number: 'spinbutton',
  search: 'searchbox',
  text: 'textbox',
  email: 'textbox',
  tel: 'textbox',
  url: 'textbox',
};
/** Roles that are named by what is in them. */
const BY_CONTENT =
  /^(?:button|link|heading|option|cell|columnheader|rowheader|row|checkbox|radio|switch|tab|treeitem|menuitem\w*|tooltip)$/;
const MAX_NODES = 150;

export function roleOf(element: Element): string | undefined {
  const explicit = element.getAttribute('role')?.trim().split(/\s+/)[0];
  if (explicit) return explicit;
  const { localName } = element;
  const { type, multiple, size } = element as HTMLSelectElement;
  if (localName === 'input') return element.hasAttribute('list') ? 'combobox' : INPUTS[type];
  if (localName === 'select') return multiple || size > 1 ? 'listbox' : 'combobox';
  if (localName === 'a' || localName === 'area') {
    return element.hasAttribute('href') ? 'link' : undefined;
  }
  return /^h[1-6]$/.test(localName) ? 'heading' : ROLES[localName];
}

export function nameOf(element: Element): string {
  const said = saidBy(element);
  if (said) return said;
  const { localName } = element;
  const { labels, type, value } = element as HTMLInputElement;
  if (labels && labels.length > 0 && localName !== 'button')
    return [...labels].map(textOf).join(' ');
  if (localName === 'input' && /^(?:button|submit|reset)$/.test(type)) {
    return value || { submit: 'Submit', reset: 'Reset' }[type] || '';
  }
  const legend = localName === 'fieldset' && element.querySelector('legend');
  if (legend) return visibleText(legend);
  const content = BY_CONTENT.test(roleOf(element) ?? '') ? textOf(element) : '';
  return (
    content.trim() || element.getAttribute('title') || element.getAttribute('placeholder') || ''
  );
}

function saidBy(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = element.getAttribute('aria-labelledby')?.trim().split(/\s+/) ?? [];
  const named = ids.map((id) => root.getElementById?.(id)).filter((each) => each != null);
  if (named.length > 0) return named.map(textOf).join(' ');
  const alt = /^(?:img|area|input)$/.test(element.localName) && element.getAttribute('alt');
  return element.getAttribute('aria-label')?.trim() || alt || '';
}

/** The text of an element as it is read out: what is hidden is left out, pictures by their names. */
function textOf(element: Element): string {
  let left = MAX_NODES;
  const read = (node: Node): string => {
    if (left-- <= 0) return '';
    if (node.nodeType === 3) return node.nodeValue ?? '';
    const part = node as Element;
    if (node.nodeType !== 1 || /^(?:script|style|input|textarea|select)$/.test(part.localName))
      return '';
    if (part !== element) {
      if (part.getAttribute('aria-hidden') === 'true') return '';
      const { display, visibility } = getComputedStyle(part);
      if (display === 'none' || visibility === 'hidden') return '';
      const said = saidBy(part);
      if (said) return said;
      return display === 'inline' ? inner(part) : ` ${inner(part)} `;
    }
    return inner(part);
  };
  const inner = (part: Element) => [...part.childNodes].map(read).join('');
  return read(element).replace(/\s+/g, ' ').trim();
}
