import { fetchMember } from './lib/api.js';
import { route, startRouter } from './lib/router.js';
import { mountMasthead } from './parts/masthead.js';
import { store } from './state.js';
import { basketView } from './views/basket.js';
import { filmView } from './views/film.js';
import { memberView } from './views/member.js';
import { programmeView } from './views/programme.js';
import { showingView } from './views/showing.js';
import { thanksView } from './views/thanks.js';

route('/', programmeView);
route('/films/:id', filmView);
route('/showings/:id', showingView);
route('/basket', basketView);
route('/thanks', thanksView);
route('/member', memberView);

async function loadMember() {
  try {
    store.set({ member: await fetchMember() });
  } catch {
    store.set({ member: null });
  }
}

mountMasthead(document.getElementById('masthead'));
startRouter(document.getElementById('view'));
loadMember();
