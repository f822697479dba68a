import type { Target } from '@suture/wire/capture';
import { nameOf, roleOf } from './accessible';
import { cssPath } from './csspath';
import { locators } from './locators';
import { squeeze, visibleText } from './text';

const TEST_IDS = ['data-testid', 'data-test-id', 'data-test', 'data-cy'];
const INTERACTIVE =
  'a[href],button,input,select,textarea,summary,option,label,[role],[tabindex],[contenteditable=""],[contenteditable=true],[data-testid],[data-test-id],[data-test],[data-cy]';
/** Names are computed from styles and content: too dear for half a page. */
const MAX_NAMED_ELEMENTS = 150;
const FIELDS = 'input,select,textarea';
export const EDITABLE = '[contenteditable]:not([contenteditable=false])';

/** Also of another frame, whose `Element` is not ours. */
export function isElement(node: unknown): node is Element {
  return (node as Node | null)?.nodeType === 1;
}

/** The element a person meant: a click on the icon in a button is a click on the button. */
export function meant(event: Event): Element | undefined {
  const path = event.composedPath().filter(isElement);
  return path.slice(0, 6).find((element) => element.matches(INTERACTIVE)) ?? path[0];
}

export function locate(element: Element): Target {
  const target: Target = { css: cssPath(element), tag: element.localName };
  const testId = TEST_IDS.find((name) => element.getAttribute(name));
  describeTarget(element, target, testId);
  if (target.tag === 'input') target.type = (element as HTMLInputElement).type;
  const frames = framesOf(element);
  if (frames.length > 0) target.frames = frames;
  target.locators = locators(element, target, testId);
  return target;
}

function describeTarget(element: Element, target: Target, testId: string | undefined): void {
  const add = (key: 'testId' | 'role' | 'name' | 'label' | 'text', text?: string | null) => {
    const value = squeeze(text);
    if (value) target[key] = value;
  };
  add('testId', testId && element.getAttribute(testId));
  add('role', roleOf(element));
  if (element.matches(FIELDS)) {
    add('name', nameOf(element));
    add('label', labelText(element as HTMLInputElement));
    return;
  }
  // The name and text of what holds a field would hold what was typed into it.
  if (element.closest(EDITABLE) || element.querySelector(`${FIELDS},${EDITABLE}`)) return;
  if (element.getElementsByTagName('*').length <= MAX_NAMED_ELEMENTS) {
    add('name', nameOf(element));
  }
  if (target.tag !== 'html' && target.tag !== 'body') add('text', visibleText(element));
}

/** The paths of the frames around an element, outermost first. */
function framesOf(element: Element): string[] {
  const frames: string[] = [];
  let view = element.ownerDocument.defaultView;
  while (view?.frameElement) {
    frames.unshift(cssPath(view.frameElement));
    view = view.frameElement.ownerDocument.defaultView;
  }
  return frames;
}

function labelText({ labels }: HTMLInputElement): string | undefined {
  const label = labels?.[0];
  return label && visibleText(label);
}
