import { wireParts } from './parts.js';
import { wireRepairs } from './repairs.js';
import { wireTimes } from './times.js';

function beat() {
  fetch('/ajax/heartbeat')
    .then((answer) => (answer.ok ? answer.json() : {}))
    .then((body) => {
      const place = document.querySelector('#queue');
      if (place) place.textContent = `${body.waiting ?? 0} waiting`;
    })
    .catch(() => {});
}

document.addEventListener('DOMContentLoaded', () => {
  wireRepairs();
  wireParts();
  wireTimes();
  setInterval(beat, 600);
});
