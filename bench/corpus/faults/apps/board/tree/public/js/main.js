import { Board } from './board.js';
import { byId } from './dom.js';
import { rest } from './rest.js';
import { find, showHits, tools } from './tools.js';

const board = new Board();
board.load();

for (const button of document.querySelectorAll('[data-do]')) {
  button.addEventListener('click', () => tools[button.dataset.do](board));
}

let asked = 0;
byId('find').addEventListener('input', async ({ target }) => {
  const mine = ++asked;
  if (target.value === '') return;
  const hits = await find(target.value);
  if (mine === asked) showHits(hits);
});

setInterval(() => {
  rest.get('/pulse').then(
    ({ online }) => {
      byId('pulse').textContent = `${online} online`;
    },
    () => {},
  );
}, 500);
