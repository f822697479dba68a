import type { Locator, Target } from '@suture/wire/capture';
import { nameOf, roleOf } from './accessible';
import { squeeze, visibleText } from './text';

type Root = Document | ShadowRoot;

/** Above this, whether a locator is unique is not worth the page's time. */
const MAX_CANDIDATES = 300;
/** Elements that have a role without saying so. */
const IMPLICIT: Record<string, string> = {
  button:
    'button,summary,input[type=button],input[type=submit],input[type=reset],input[type=image]',
  link: 'a[href],area[href]',
  textbox: 'input,textarea',
  searchbox: 'input[type=search]',
  spinbutton: 'input[type=number]',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  combobox: 'select,input[list]',
  listbox: 'select',
  option: 'option',
  heading: 'h1,h2,h3,h4,h5,h6',
};

/** Ways to find the element again, most robust first, each tried on the page as it is now. */
export function locators(element: Element, target: Target, testId: string | undefined): Locator[] {
  const root = element.getRootNode() as Root;
  const list: Locator[] = [];
  const add = (locator: Omit<Locator, 'unique'>, found: readonly Element[] | undefined) => {
    const index = found?.indexOf(element) ?? -1;
    if (!found || index < 0) list.push({ ...locator, unique: false });
    else if (found.length === 1) list.push({ ...locator, unique: true });
    else list.push({ ...locator, unique: false, matches: found.length, index });
  };
  if (testId && target.testId) {
    const value = element.getAttribute(testId) ?? '';
    add({ by: 'testId', value: target.testId, attribute: testId }, having(root, testId, value));
  }
  const { role, name, label, text } = target;
  if (role && name) add({ by: 'role', value: name, role }, ofRole(root, role, name, element));
  if (label) add({ by: 'label', value: label }, labelled(root, label));
  if (text) add({ by: 'text', value: text }, withText(root, target.tag, text));
  const path = target.css.split(' >>> ').at(-1) ?? '';
  add({ by: 'css', value: target.css }, all(root, path));
  return list;
}

function all(root: Root, selector: string): Element[] | undefined {
  try {
    const found = root.querySelectorAll(selector);
    return found.length <= MAX_CANDIDATES ? [...found] : undefined;
  } catch {
    return undefined;
  }
}

function having(root: Root, attribute: string, value: string): Element[] | undefined {
  return all(root, `[${attribute}]`)?.filter(
    (element) => element.getAttribute(attribute) === value,
  );
}

function ofRole(root: Root, role: string, name: string, own: Element): Element[] | undefined {
  const tags = [IMPLICIT[role], own.localName].filter(Boolean).join();
  // Names are dear: only what could have this one is asked for its own.
  return all(root, `[role="${role}"],${tags}`)?.filter(
    (element) =>
      element === own ||
      (roleOf(element) === role && mayBeNamed(element, name) && squeeze(nameOf(element)) === name),
  );
}

function mayBeNamed(element: Element, name: string): boolean {
  const { labels } = element as HTMLInputElement;
  if (element.hasAttribute('aria-labelledby') || (labels && labels.length > 0)) return true;
  const start = name.split(' ', 1)[0] ?? '';
  const said = ['aria-label', 'title', 'alt', 'value', 'placeholder'];
  return (
    said.some((attribute) => element.getAttribute(attribute)?.includes(start)) ||
    (element.textContent ?? '').includes(start) ||
    element.querySelector('[alt],[aria-label],[title]') !== null
  );
}

function labelled(root: Root, text: string): Element[] | undefined {
  const labels = all(root, 'label');
  return labels
    ?.filter((label) => squeeze(visibleText(label)) === text)
    .flatMap((label) => (label as HTMLLabelElement).control ?? []);
}

function withText(root: Root, tag: string, text: string): Element[] | undefined {
  return all(root, tag)?.filter((element) => squeeze(visibleText(element)) === text);
}
