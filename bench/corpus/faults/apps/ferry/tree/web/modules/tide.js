import { $ } from './dom.js';
import { getJson } from './http.js';

export function watchTide() {
  const show = async () => {
    const answer = await getJson('/tide').catch(() => null);
    if (answer?.tide) $('#tide').textContent = `Tide ${answer.tide.metres} m, ${answer.tide.rising ? 'rising' : 'falling'}`;
  };
  show();
  setInterval(show, 700);
}
