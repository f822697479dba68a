export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

/** Listens once on an element for what happens inside of it. */
export function on(root, type, selector, handler) {
  root.addEventListener(type, (event) => {
    const target = event.target.closest(selector);
    if (target && root.contains(target)) handler(target, event);
  });
}

export function html(strings, ...values) {
  return strings.reduce((text, part, at) => {
    const value = values[at - 1];
    return text + (Array.isArray(value) ? value.join('') : escape(value)) + part;
  });
}

function escape(value) {
  return String(value ?? '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
