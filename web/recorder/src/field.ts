const MASK = '********';

/** Typed text is masked, also its length, unless the page marks the field with `data-suture-unmask`. */
export function inputValue(element: Element): string {
  const { type } = element as HTMLInputElement;
  if (type === 'password') return MASK;
  const value = (element as HTMLInputElement).value ?? element.textContent ?? '';
  if (value === '') return '';
  const secret = /\b(?:cc-|password|one-time-code)/.test(
    element.getAttribute('autocomplete') ?? '',
  );
  return !secret && element.closest('[data-suture-unmask]') ? value.slice(0, 500) : MASK;
}
