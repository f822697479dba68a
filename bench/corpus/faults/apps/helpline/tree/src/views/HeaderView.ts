import type { ApiClient } from '../core/ApiClient';
import { View } from '../core/View';
import { escapeHtml } from '../format';

const POLL = 700;

export class HeaderView extends View {
  constructor(root: HTMLElement, private readonly api: ApiClient) {
    super(root);
  }

  async mount(): Promise<void> {
    const timer = setInterval(() => this.refresh(), POLL);
    this.disposers.push(() => clearInterval(timer));
    const agent = await this.api.agent();
    this.root.innerHTML = `
      <nav><a href="#/">Inbox</a><a href="#/stats">Figures</a></nav>
      <button type="button" id="find">Find a ticket</button>
      <span>${escapeHtml(agent.name)} (${agent.languages.join(', ')})</span>
      <small id="waiting"></small>`;
    this.onClick('#find', () => this.focusSearch());
  }

  private focusSearch(): void {
    document.querySelector<HTMLInputElement>('#search')?.focus();
  }

  private async refresh(): Promise<void> {
    try {
      const { waiting } = await this.api.queue();
      const place = this.find('#waiting');
      if (place) place.textContent = `${waiting} waiting`;
    } catch {
      // The next turn tries again.
    }
  }
}
