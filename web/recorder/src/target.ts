import type { Target } from '@suture/wire/capture';
import { computeAccessibleName, getRole } from 'dom-accessibility-api';
import { cssPath } from './csspath';

const TEST_IDS = ['data-testid', 'data-test-id', 'data-test', 'data-cy'];
const INTERACTIVE =
  'a[href],button,input,select,textarea,summary,option,label,[role],[tabindex],[contenteditable=""],[contenteditable=true],[data-testid],[data-test-id],[data-test],[data-cy]';
const MAX_TEXT = 120;
/** Names are computed from styles and content: too dear for half a page. */
const MAX_NAMED_ELEMENTS = 150;
const FIELDS = 'input,select,textarea';
export const EDITABLE = '[contenteditable]:not([contenteditable=false])';

/** The element a person meant: a click on the icon in a button is a click on the button. */
export function meant(event: Event): Element | undefined {
  const path = event.composedPath().filter((node): node is Element => node instanceof Element);
  return path.slice(0, 6).find((element) => element.matches(INTERACTIVE)) ?? path[0];
}

export function locate(element: Element): Target {
  const target: Target = { css: cssPath(element), tag: element.localName };
  const add = (key: 'testId' | 'role' | 'name' | 'label' | 'text', text?: string | null) => {
    const value = squeeze(text);
    if (value) target[key] = value;
  };
  add('testId', TEST_IDS.map((name) => element.getAttribute(name)).find(Boolean));
  add('role', getRole(element));
  if (element.matches(FIELDS)) {
    add('name', computeAccessibleName(element));
    add('label', labelText(element as HTMLInputElement));
    return target;
  }
  // The name and text of what holds a field would hold what was typed into it.
  if (element.closest(EDITABLE) || element.querySelector(`${FIELDS},${EDITABLE}`)) return target;
  if (element.getElementsByTagName('*').length <= MAX_NAMED_ELEMENTS) {
    add('name', computeAccessibleName(element));
  }
  if (target.tag !== 'html' && target.tag !== 'body') add('text', visibleText(element));
  return target;
}

function labelText({ labels }: HTMLInputElement): string | undefined {
  const label = labels?.[0];
  return label && visibleText(label);
}

/** A few words of the element's text, without walking all of a big one. */
function visibleText(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let steps = 0; steps < 50 && text.length < MAX_TEXT; steps++) {
    const node = walker.nextNode();
    if (!node) break;
    const parent = node.parentElement?.localName;
    if (!parent || !/^(?:script|style|textarea|option)$/.test(parent)) text += node.nodeValue;
  }
  return text;
}

function squeeze(text: string | null | undefined): string {
  return (text ?? '').slice(0, 2000).replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT);
}
