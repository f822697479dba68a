import './plots.js';
import './tools.js';
import './waiting.js';

const VIEWS = { plots: 'plot-list', waiting: 'waiting-list', tools: 'tool-shed' };

function show(name) {
  document.getElementById('view').replaceChildren(document.createElement(VIEWS[name]));
}

document.querySelector('nav').addEventListener('click', ({ target }) => {
  if (target.dataset.go) show(target.dataset.go);
});

setInterval(() => fetch('/api/weather').catch(() => {}), 600);
show('plots');
