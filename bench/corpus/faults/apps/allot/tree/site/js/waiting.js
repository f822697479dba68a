import { date } from './format.js';
import { http } from './http.js';

class WaitingList extends HTMLElement {
  async connectedCallback() {
    const [{ items }, { items: people }] = await Promise.all([http.get('/waiting'), http.get('/people')]);
    const names = new Map(people.map((person) => [person.id, person.contact?.email ?? 'no address']));
    const rows = items
      .filter(({ state }) => state === 'open')
      .map(({ since, personId }) => `<li>${names.get(personId)} since ${date(since)}</li>`);
    this.innerHTML = `<h1>Waiting</h1><ol>${rows.join('')}</ol>`;
  }
}

customElements.define('waiting-list', WaitingList);
