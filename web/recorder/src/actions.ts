import type { Action } from '@suture/wire/capture';
import { fieldValue } from './field';
import { now, quietly } from './natives';
import type { Redactor } from './redact';
import type { Ring } from './ring';
import { EDITABLE, isElement, locate, meant } from './target';
import type { Typed } from './typed';

const MODIFIERS = /^(?:Shift|Control|Alt|Meta|AltGraph|CapsLock|Fn|Dead|Process|Unidentified)$/;
/** What only edits a field shows in its value. */
const EDITS = /^(?:Backspace|Delete|Home|End|ArrowLeft|ArrowRight|Insert|Clear)$/;
const WEIGHT = 1500;
const MAX_FRAMES = 20;

type Listeners = Record<string, (event: Event) => void>;

/** Notes what the person did, in frames of this origin too. Events that scripts make are no actions. */
export function recordActions(ring: Ring<Action>, typed: Typed): () => void {
  const listeners = listenersOf(ring, typed);
  const undo: (() => void)[] = [];
  const seen = new WeakSet<Window>();
  const listen = (event: Event) => {
    if (event.isTrusted) quietly(() => listeners[event.type]?.(event));
  };
  const watch = (view: Window) => {
    if (seen.has(view) || undo.length > MAX_FRAMES) return;
    seen.add(view);
    for (const type of Object.keys(listeners)) view.addEventListener(type, listen, true);
    view.addEventListener('load', onLoad, true);
    undo.push(() => {
      for (const type of Object.keys(listeners)) view.removeEventListener(type, listen, true);
      view.removeEventListener('load', onLoad, true);
    });
  };
  const onLoad = ({ target }: Event) =>
    quietly(() => {
      const frame = target as HTMLIFrameElement | null;
      if (frame?.localName === 'iframe' && frame.contentDocument && frame.contentWindow) {
        // The frame's next page is another window behind the same name: it may be watched again.
        seen.delete(frame.contentWindow);
        watch(frame.contentWindow);
      }
    });
  watch(window);
  return () => {
    for (const restore of undo) quietly(restore);
  };
}

function listenersOf(ring: Ring<Action>, typed: Typed): Listeners {
  let typedInto: Element | undefined;
  const add = (action: Action) => ring.push(action, action.at, WEIGHT);
  const on = (kind: Action['kind'], element: Element): Action => ({
    at: now(),
    kind,
    target: locate(element),
  });
  const pointer = (event: Event) => add(clickAction(event as MouseEvent));
  return {
    click: pointer,
    dblclick: pointer,
    input: (event) => {
      const element = event.composedPath()[0];
      if (!isElement(element) || chosen(element)) return;
      const last = ring.last;
      const value = fieldValue(element);
      if (element === typedInto && last?.kind === 'input') {
        last.value = value;
        typed.note(last, element, value);
        return;
      }
      typedInto = element;
      const action: Action = { ...on('input', element), value };
      typed.note(action, element, value);
      add(action);
    },
    change: (event) => {
      const element = event.composedPath()[0];
      const change = isElement(element) && chosen(element);
      if (change) add({ ...on(change.kind, element), ...change });
    },
    keydown: (event) => {
      const key = keyName(event as KeyboardEvent);
      const element = meant(event);
      if (!key || (element?.matches(`input,textarea,${EDITABLE}`) && EDITS.test(key))) return;
      add({ at: now(), kind: 'key', key, ...(element && { target: locate(element) }) });
    },
    submit: (event) => {
      if (isElement(event.target)) add(on('submit', event.target));
    },
  };
}

type Choice = Pick<Action, 'kind' | 'values' | 'checked' | 'files'>;

/** What was chosen in a control that is not typed into. */
export function chosen(element: Element): Choice | undefined {
  const field = element as HTMLInputElement;
  if (element.localName === 'select') {
    const options = [...(element as HTMLSelectElement).selectedOptions];
    return { kind: 'select', values: options.slice(0, 50).map(({ value }) => value.slice(0, 200)) };
  }
  if (element.localName !== 'input') return undefined;
  if (field.type === 'checkbox' || field.type === 'radio') {
    return { kind: 'check', checked: field.checked };
  }
  if (field.type !== 'file') return undefined;
  const files = [...(field.files ?? [])].slice(0, 20);
  return { kind: 'file', files: files.map(({ name, type, size }) => ({ name, type, size })) };
}

export function clickAction(event: MouseEvent): Action {
  const kind = event.type === 'dblclick' ? 'dblclick' : 'click';
  const action: Action = { at: now(), kind, x: event.clientX, y: event.clientY };
  const element = meant(event);
  if (element) action.target = locate(element);
  return action;
}

/** Named keys and shortcuts; a character that was typed, AltGr and Option included, is none. */
export function keyName(event: KeyboardEvent): string | undefined {
  const { key } = event;
  if (!key || event.repeat || MODIFIERS.test(key)) return undefined;
  const named = key.length > 1;
  const shortcut = (event.ctrlKey || event.metaKey) && !event.getModifierState?.('AltGraph');
  if (!named && (!shortcut || (event.ctrlKey && event.altKey))) return undefined;
  const modifiers = [
    event.ctrlKey && 'Control',
    event.metaKey && 'Meta',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
  ].filter(Boolean);
  return [...modifiers, named ? key : key.toUpperCase()].join('+');
}

export function safeAction(action: Action, redactor: Redactor, typed: Typed): Action {
  const safe = { ...action };
  const { url, value, values, files, target } = action;
  if (url) safe.url = redactor.url(url);
  if (value && !typed.isOpen(action)) safe.value = redactor.replace(value);
  if (values) safe.values = values.map((each) => redactor.scalar(each));
  if (files) safe.files = files.map((file) => ({ ...file, name: redactor.text(file.name) }));
  if (!target) return safe;
  safe.target = { ...target };
  for (const key of ['name', 'label', 'text', 'testId', 'css'] as const) {
    const text = target[key];
    if (text) safe.target[key] = redactor.values(text);
  }
  if (target.locators) {
    safe.target.locators = target.locators.map((locator) => ({
      ...locator,
      value: redactor.values(locator.value),
    }));
  }
  return safe;
}
