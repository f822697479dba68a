import { isSecretName } from './secret';

const NONE: ReadonlySet<string> = new Set();
const PERSONAL =
  /\b(?:cc-|\w+-password|one-time-code|name|\w+-name|email|tel|address|street|postal|bday|username)/;
const BIRTH = /birth|bday|dob/i;
const CHOSEN =
  /^(?:range|color|date|month|week|time|datetime-local|checkbox|radio|button|submit|reset)$/;
const MAX_VALUE = 2000;

export function fieldValue(element: Element): string {
  const value = (element as HTMLInputElement).value ?? element.textContent ?? '';
  return String(value).slice(0, MAX_VALUE);
}

/**
 * Whether a field's value may be told as it is: what the page marks with `data-suture-unmask`, what
 * is chosen and not typed, and short numbers such as a quantity. A password never is.
 */
export function isOpen(element: Element, value: string): boolean {
  const { type = '', maxLength = -1 } = element as HTMLInputElement;
  const named = `${element.getAttribute('name') ?? ''} ${element.id}`;
  const secret =
    type === 'password' || type === 'hidden' || named.split(' ').some((n) => isSecretName(n, NONE));
  const hints = element.getAttribute('autocomplete') ?? '';
  if (secret || /\b(?:cc-|password|one-time-code)/.test(hints)) return false;
  if (element.closest('[data-suture-unmask]')) return true;
  if (type === 'email' || type === 'tel' || PERSONAL.test(hints) || BIRTH.test(named)) return false;
  return CHOSEN.test(type) || (maxLength !== 1 && isQuantity(value));
}

export function isQuantity(value: string): boolean {
  return /^-?\d{1,3}(?:[.,]\d{1,2})?$/.test(value);
}
