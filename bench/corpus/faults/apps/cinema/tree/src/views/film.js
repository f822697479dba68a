import { fetchFilm } from '../lib/api.js';
import { escape, on } from '../lib/dom.js';
import { clock, duration } from '../lib/format.js';

export async function filmView(page, { id }) {
  page.innerHTML = '<p>Loading the film…</p>';
  let film;
  try {
    film = await fetchFilm(id);
  } catch {
    page.innerHTML = '<p role="alert">This film cannot be shown now</p>';
    return;
  }
  page.innerHTML = `
    <h1>${escape(film.title)}</h1>
    <p>${escape(film.director)}, ${duration(film.minutes)}</p>
    <ul>${film.cast.map((name) => `<li>${escape(name)}</li>`).join('')}</ul>
    <button type="button" class="play">Trailer</button>
    <div class="player"></div>`;

  on(page, 'click', '.play', () => {
    const { trailer } = film;
    page.querySelector('.player').innerHTML = trailer
      ? `<video src="${escape(trailer.url)}" preload="none" controls></video> ${clock(trailer.seconds)}`
      : '<p>There is no trailer</p>';
  });
}
