import { escape } from '../lib/dom.js';
import { duration } from '../lib/format.js';

const showingLink = ({ id, time, screen }) =>
  `<a href="/showings/${id}" data-link title="${escape(screen)}">${escape(time)}</a>`;

export const filmCard = ({ id, title, minutes, showings }) => `
  <article class="film">
    <h2><a href="/films/${id}" data-link>${escape(title)}</a></h2>
    <p class="quiet">${duration(minutes)}</p>
    <p>${showings.map(showingLink).join(' ')}</p>
    <button type="button" data-preview="${id}" aria-label="About ${escape(title)}">About</button>
    <div id="preview-${id}"></div>
  </article>`;
