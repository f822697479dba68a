import { $ } from '../modules/dom.js';

export function openDrawer(content) {
  const drawer = $('#drawer');
  drawer.innerHTML = content;
  drawer.hidden = false;
}
