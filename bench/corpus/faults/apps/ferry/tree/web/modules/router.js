import { $, on } from './dom.js';
import { postJson } from './http.js';

const pages = {};
let leave = () => {};

export function register(name, page) {
  pages[name] = page;
}

export async function go(name) {
  leave();
  $('#drawer').hidden = true;
  const page = $('#page');
  page.textContent = 'One moment';
  postJson('/visits', { page: name }).catch(() => {});
  leave = (await pages[name](page)) ?? (() => {});
}

export function start(first) {
  on($('nav'), 'click', '[data-route]', ({ dataset }) => go(dataset.route));
  go(first);
}
