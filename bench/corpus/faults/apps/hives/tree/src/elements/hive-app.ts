import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import './apiary-view';
import './harvest-view';
import './keeper-view';
import './weather-line';

const VIEWS = {
  Apiaries: () => html`<apiary-view></apiary-view>`,
  Harvests: () => html`<harvest-view></harvest-view>`,
  Keeper: () => html`<keeper-view></keeper-view>`,
};

@customElement('hive-app')
export class HiveApp extends LitElement {
  @state() private view: keyof typeof VIEWS = 'Apiaries';

  protected render() {
    return html`
      <nav>
        ${Object.keys(VIEWS).map((name) => html`<button type="button" @click=${() => this.go(name)}>${name}</button>`)}
      </nav>
      <weather-line></weather-line>
      ${VIEWS[this.view]()}
    `;
  }

  private go(name: string): void {
    this.view = name as keyof typeof VIEWS;
    fetch('/data/visits', { method: 'POST', body: JSON.stringify({ name }) }).catch(() => undefined);
  }
}
