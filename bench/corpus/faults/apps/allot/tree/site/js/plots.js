import { area, date, initials } from './format.js';
import { http } from './http.js';

class PlotList extends HTMLElement {
  async connectedCallback() {
    this.addEventListener('click', (event) => {
      const id = event.target.dataset.plot;
      if (id) this.open(id);
    });
    const { items, meta } = await http.get('/plots');
    this.plots = items;
    const rows = items.map(({ id, name, tenant, size: { m2 } }) => {
      const who = tenant ? initials(tenant.name) : 'free';
      return `<li><button data-plot="${id}">${name}</button> ${area(m2)} ${who}</li>`;
    });
    this.innerHTML = `<h1>${meta.total} plots</h1><ul>${rows.join('')}</ul><section></section>`;
  }

  async open(id) {
    const plot = await http.get(`/plots/${id}`);
    this.querySelector('section').innerHTML = this.card(plot);
  }

  card({ name, lease, crops = [] }) {
    const latest = crops.length ? crops.toSorted((a, b) => b.sown.localeCompare(a.sown))[0].kind : 'nothing';
    return `<h2>${name}</h2><p>Lease until ${date(lease?.ends)}</p><p>Last sown: ${latest}</p>`;
  }
}

customElements.define('plot-list', PlotList);
