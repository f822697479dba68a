import { ApiError, fetchFilm, fetchProgramme } from '../lib/api.js';
import { escape, on, toast } from '../lib/dom.js';
import { filmCard } from '../parts/filmCard.js';
import { store } from '../state.js';

const DAYS = [
  { day: '2026-11-28', label: 'Today' },
  { day: '2026-11-29', label: 'Tomorrow' },
];

async function loadDay(day) {
  store.set({ day });
  try {
    const { films } = await fetchProgramme(day);
    if (store.get().day === day) store.set({ films });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    toast(error.message);
  }
}

async function preview(id) {
  const film = await fetchFilm(id).catch(() => null);
  const box = document.getElementById(`preview-${id}`);
  if (!film || !box) return;
  box.innerHTML = `<p>By ${escape(film.director)}, with ${escape(film.cast.join(', '))}</p>`;
}

export async function programmeView(page) {
  page.innerHTML = `
    <h1>Programme</h1>
    <div>${DAYS.map(({ day, label }) => `<button type="button" data-day="${day}">${label}</button>`).join(' ')}</div>
    <div class="films"></div>`;
  const list = page.querySelector('.films');

  on(page, 'click', '[data-day]', (_, button) => loadDay(button.dataset.day));
  on(page, 'click', '[data-preview]', (_, button) => preview(button.dataset.preview));

  const stop = store.subscribe(({ films }) => {
    list.innerHTML = films.map(filmCard).join('') || '<p>Nothing is shown on this day</p>';
  });
  await loadDay(store.get().day);
  return stop;
}
