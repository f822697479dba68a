import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { day } from '../format';
import type { Keeper } from '../model';
import { keeper } from '../services/apiary-service';
import { Observe } from './observe';

@customElement('keeper-view')
export class KeeperView extends LitElement {
  private readonly keeper = new Observe(this, keeper());

  protected render() {
    const me = this.keeper.value;
    return me ? html`<h1>${me.initials}</h1><p>${this.licence(me)}</p><p>${this.alerts(me)}</p>` : html`<p>One moment</p>`;
  }

  private licence({ licence }: Keeper): string {
    return licence ? `${licence.number} until ${day(licence.until)}` : 'No licence';
  }

  private alerts({ alerts }: Keeper): string {
    return (alerts ?? []).map(({ kind, radius }) => `${kind} within ${radius?.km ?? 'any'} km`).join(', ');
  }
}
