import { html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { day, kilos } from '../format';
import type { Hive } from '../model';
import { addInspection, hiveStore, latestReading$, mites$ } from '../state/hive-store';
import { readChecklist, tick } from '../state/checklist';
import { Observe } from './observe';
import { say } from './snackbar';

@customElement('hive-card')
export class HiveCard extends LitElement {
  @property({ attribute: false }) hive!: Hive;
  @state() private done = readChecklist().done;
  @query('#finding') private finding!: HTMLInputElement;
  private readonly reading = new Observe(this, latestReading$);
  private readonly mites = new Observe(this, mites$);
  private readonly inspections = new Observe(this, hiveStore.select(({ inspections }) => inspections));

  protected render() {
    const { nick, queen, frames } = this.hive;
    const reading = this.reading.value;
    return html`
      <h2>${nick}</h2>
      <p>${queen ? `Queen of ${queen.year}, ${queen.colour}` : 'No queen'}, ${frames} frames</p>
      <p>${reading ? `${kilos(reading.grams)} on ${day(reading.at)}` : 'Never weighed'}</p>
      <p>${this.mites.value} mites at most</p>
      <ul>
        ${this.inspections.value?.map(
          ({ on, keeper, findings }) => html`<li>${day(on)}, ${keeper?.initials ?? 'somebody'}: ${[findings].flat().join(', ')}</li>`,
        )}
      </ul>
      <label>Finding <input id="finding"></label>
      <button type="button" @click=${this.add}>Add inspection</button>
      <p>${this.done.length} ticked</p>
      <button type="button" @click=${this.feed}>Tick feeding</button>
      <button type="button" @click=${this.print}>Print label</button>
    `;
  }

  private add(): void {
    const findings = this.finding.value.split(',').map((word) => word.trim()).filter(Boolean);
    addInspection(findings, say);
  }

  private feed(): void {
    this.done = tick('feeding').done;
  }

  private print(): void {
    say(`Label of ${this.hive.nick} printed`);
  }
}
