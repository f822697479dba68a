import { html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { chooseApiary, currentApiary$, hiveStore, loadApiaries, openHive } from '../state/hive-store';
import './hive-card';
import { Observe } from './observe';

@customElement('apiary-view')
export class ApiaryView extends LitElement {
  private readonly apiaries = new Observe(this, hiveStore.select(({ apiaries }) => apiaries));
  private readonly current = new Observe(this, currentApiary$);
  private readonly hive = new Observe(this, hiveStore.select(({ hive }) => hive));

  connectedCallback(): void {
    super.connectedCallback();
    loadApiaries();
  }

  protected render() {
    const apiary = this.current.value;
    return html`
      <h1>Apiaries</h1>
      ${this.apiaries.value?.map(({ slug, label }) => html`<button type="button" @click=${() => chooseApiary(slug)}>${label}</button>`)}
      ${apiary ? html`<p>${apiary.hives.length} hives${this.whereabouts()}</p>` : nothing}
      ${apiary?.hives.map(({ id, nick }) => html`<button type="button" @click=${() => openHive(id)}>${nick}</button>`)}
      ${this.hive.value ? html`<hive-card .hive=${this.hive.value}></hive-card>` : nothing}
    `;
  }

  private whereabouts(): string {
    const position = this.current.value?.position;
    return position ? ` at ${position.lat.toFixed(2)}, ${position.lon.toFixed(2)}` : '';
  }
}
