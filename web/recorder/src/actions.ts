import type { Action } from '@suture/wire/capture';
import { now, quietly } from './natives';
import type { Redactor } from './redact';
import type { Ring } from './ring';
import { locate, meant } from './target';

const MASK = '********';
const MODIFIERS = /^(?:Shift|Control|Alt|Meta|AltGraph|CapsLock|Fn|Dead|Process|Unidentified)$/;
const WEIGHT = 800;

/** Notes what the person did. Events that scripts make are no actions. */
export function recordActions(ring: Ring<Action>): () => void {
  let typedInto: Element | undefined;
  const add = (action: Action) => ring.push(action, action.at, WEIGHT);

  const onInput = (event: Event) => {
    const element = event.composedPath()[0];
    if (!(element instanceof Element)) return;
    const last = ring.last;
    if (element === typedInto && last?.kind === 'input') {
      last.value = inputValue(element);
      return;
    }
    typedInto = element;
    add({ at: now(), kind: 'input', target: locate(element), value: inputValue(element) });
  };
  const listeners: Record<string, (event: Event) => void> = {
    click: (event) => add(clickAction(event as MouseEvent)),
    input: onInput,
    keydown: (event) => {
      const key = keyName(event as KeyboardEvent);
      const element = meant(event);
      if (key) add({ at: now(), kind: 'key', key, ...(element && { target: locate(element) }) });
    },
    submit: (event) => {
      if (event.target instanceof Element) {
        add({ at: now(), kind: 'submit', target: locate(event.target) });
      }
    },
  };
  const listen = (event: Event) => {
    if (event.isTrusted) quietly(() => listeners[event.type]?.(event));
  };
  for (const type of Object.keys(listeners)) window.addEventListener(type, listen, true);
  return () => {
    for (const type of Object.keys(listeners)) window.removeEventListener(type, listen, true);
  };
}

export function clickAction(event: MouseEvent): Action {
  const action: Action = { at: now(), kind: 'click', x: event.clientX, y: event.clientY };
  const element = meant(event);
  if (element) action.target = locate(element);
  return action;
}

/** Typed text is masked, also its length, unless the page marks the field with `data-suture-unmask`. */
export function inputValue(element: Element): string {
  if (element instanceof HTMLInputElement) {
    if (element.type === 'checkbox' || element.type === 'radio') return String(element.checked);
    if (element.type === 'password' || element.type === 'file') return MASK;
  }
  const value = (element as HTMLInputElement).value ?? element.textContent ?? '';
  if (value === '') return '';
  const secret = /\b(?:cc-|password|one-time-code)/.test(
    element.getAttribute('autocomplete') ?? '',
  );
  return !secret && element.closest('[data-suture-unmask]') ? value.slice(0, 500) : MASK;
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

export function safeAction(action: Action, redactor: Redactor): Action {
  const safe = { ...action };
  if (action.url) safe.url = redactor.url(action.url);
  if (action.value) safe.value = redactor.text(action.value);
  if (action.target) {
    safe.target = { ...action.target };
    for (const key of ['name', 'label', 'text', 'testId', 'css'] as const) {
      const text = action.target[key];
      if (text) safe.target[key] = redactor.values(text);
    }
  }
  return safe;
}
