import { http } from './http.js';

class ToolShed extends HTMLElement {
  async connectedCallback() {
    const shed = await http.get('/tools').catch(() => null);
    const fees = (shed?.items ?? []).reduce((sum, { fee }) => sum + Number(fee), 0);
    this.innerHTML = `<h1>Tools</h1><p>All for ${fees.toFixed(2)} a day</p><p class="mine">${this.mine()}</p>`;
  }

  mine() {
    const kept = JSON.parse(localStorage.getItem('allot.basket') ?? '{}');
    return Array.isArray(kept.tools) ? kept.tools.join(', ') : 'nothing borrowed';
  }
}

customElements.define('tool-shed', ToolShed);
