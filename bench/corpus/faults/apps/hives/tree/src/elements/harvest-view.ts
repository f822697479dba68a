import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { kilos } from '../format';
import type { Harvest, Jar } from '../model';
import { harvests } from '../services/apiary-service';
import { Observe } from './observe';

const weight = (jars: Jar[]) => jars.reduce((sum, { count, grams }) => sum + count * Number(grams), 0);

@customElement('harvest-view')
export class HarvestView extends LitElement {
  private readonly harvests = new Observe(this, harvests());
  @state() private year?: number;

  protected render() {
    const list = this.harvests.value ?? [];
    return html`
      <h1>Harvests</h1>
      ${list.map(({ year }) => html`<button type="button" @click=${() => this.choose(year)}>Year ${year}</button>`)}
      ${list.filter(({ year }) => year === this.year).map((harvest) => this.table(harvest))}
    `;
  }

  private choose(year: number): void {
    this.year = year;
  }

  private table({ jars, best }: Harvest) {
    const main = [...(jars ?? [])].sort((one, other) => other.count - one.count)[0];
    return html`
      <p>${kilos(weight(jars ?? []))} in all, ${main ? `mostly ${main.kind}` : 'nothing'}</p>
      <p>Best hive: ${best?.hive ?? 'none'}</p>
    `;
  }
}
