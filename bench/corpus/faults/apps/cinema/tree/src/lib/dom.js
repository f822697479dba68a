const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escape = (value) => String(value ?? '').replace(/[&<>"']/g, (char) => ENTITIES[char]);

/** Listens on a root for events of whatever matches a selector below it. */
export function on(root, type, selector, handler) {
  root.addEventListener(type, (event) => {
    const target = event.target.closest(selector);
    if (target && root.contains(target)) handler(event, target);
  });
}

let timer;

export function toast(text) {
  const box = document.getElementById('toast');
  box.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => {
    box.textContent = '';
  }, 4000);
}
