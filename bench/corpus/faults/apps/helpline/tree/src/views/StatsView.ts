import type { ApiClient } from '../core/ApiClient';
import { View } from '../core/View';
import { escapeHtml } from '../format';
import type { Stats } from '../models';

export class StatsView extends View {
  constructor(root: HTMLElement, private readonly api: ApiClient) {
    super(root);
  }

  async mount(): Promise<void> {
    this.root.innerHTML = '<p>Loading figures</p>';
    try {
      this.render(await this.api.stats());
    } catch {
      this.root.innerHTML = '<p>No figures today</p>';
    }
  }

  private render(stats: Stats): void {
    this.root.innerHTML = `
      <h2>Figures</h2>
      <p>${this.satisfaction(stats)}</p>
      <ul>${stats.agents.map(({ name, closed }) => `<li>${escapeHtml(name)} closed ${closed}</li>`).join('')}</ul>
      <button type="button" id="average">Average first reply</button>
      <p id="result"></p>`;
    this.onClick('#average', () => this.showAverage(stats));
  }

  private satisfaction({ satisfaction }: Stats): string {
    return satisfaction ? `${satisfaction.score.toFixed(1)} of 5 in ${satisfaction.answers} answers` : 'No answers yet';
  }

  private showAverage({ agents }: Stats): void {
    const slowest = agents.map(({ firstReply }) => Number(firstReply)).sort((a, b) => b - a);
    const average = slowest.reduce((sum, each) => sum + each, 0) / slowest.length;
    const place = this.find('#result');
    if (place) place.textContent = `${average.toFixed(1)} minutes, ${slowest[0].toFixed(1)} at worst`;
  }
}
