import { View } from '../core/View';
import { escapeHtml } from '../format';
import type { TicketSummary } from '../models';
import type { TicketService } from '../services/TicketService';

const TAGS = ['billing', 'login', 'export'];

export class InboxView extends View {
  private tag = '';

  constructor(root: HTMLElement, private readonly tickets: TicketService) {
    super(root);
  }

  async mount(): Promise<void> {
    this.root.innerHTML = `
      <h2>Inbox</h2>
      <label>Search <input id="search"></label>
      <button type="button" data-tag="">All</button>
      ${TAGS.map((tag) => `<button type="button" data-tag="${tag}">Only ${tag}</button>`).join('')}
      <p id="count">Loading tickets</p>
      <ul id="tickets"></ul>`;
    this.disposers.push(this.tickets.on('listed', (list) => this.render(list)));
    this.onClick('[data-tag]', (button) => {
      this.tag = button.dataset.tag ?? '';
      this.apply();
    });
    this.find<HTMLInputElement>('#search')?.addEventListener('input', () => this.apply());
    await this.tickets.list();
  }

  private apply(): void {
    this.tickets.filter(this.tag, this.find<HTMLInputElement>('#search')?.value ?? '');
  }

  private render(list: TicketSummary[]): void {
    const sorted = [...list].sort((a, b) => a.priority - b.priority);
    const count = this.find('#count');
    const place = this.find('#tickets');
    if (count) count.textContent = `${list.length} tickets`;
    if (place) place.innerHTML = sorted.map((ticket) => this.row(ticket)).join('');
  }

  private row({ id, subject, status, customer }: TicketSummary): string {
    return `<li>
      <a href="#/tickets/${id}">${escapeHtml(subject)}</a> ${status},
      <a href="#/customers/${customer.id}">${escapeHtml(customer.name)}</a>
    </li>`;
  }
}
