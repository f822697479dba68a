import { View } from '../core/View';
import { escapeHtml, lastContact, timeLeft } from '../format';
import type { Message, Ticket } from '../models';
import type { Drafts } from '../services/Drafts';
import type { TicketService } from '../services/TicketService';

export class TicketView extends View {
  private quotedId = '';
  private undoStack: string[] = [];

  constructor(
    root: HTMLElement,
    private readonly tickets: TicketService,
    private readonly drafts: Drafts,
    private readonly id: string,
  ) {
    super(root);
  }

  async mount(): Promise<void> {
    this.root.innerHTML = '<p>Loading the ticket</p>';
    this.disposers.push(
      this.tickets.on('opened', (ticket) => this.render(ticket)),
      this.tickets.on('failed', (reason) => this.complain(reason)),
    );
    await this.tickets.open(this.id);
  }

  private render(ticket: Ticket): void {
    const draft = this.drafts.get(ticket.id);
    const quoted = ticket.messages.find((message) => message.id === this.quotedId);
    this.root.innerHTML = `
      <h2>${escapeHtml(ticket.subject)}</h2>
      <p>${timeLeft(ticket.sla)}</p>
      <p>${lastContact(ticket.messages)}</p>
      <ol>${ticket.messages.map((message) => this.message(message)).join('')}</ol>
      ${quoted ? `<blockquote>Quoting ${escapeHtml(quoted.from.name)}</blockquote>` : ''}
      <label>Reply <textarea id="reply">${escapeHtml(draft)}</textarea></label>
      <p>${draft.trim().length} characters in the draft</p>
      <button type="button" id="thanks">Insert thanks</button>
      <button type="button" id="undo">Undo</button>
      <button type="button" id="send">Send</button>
      <p id="complaint"></p>`;
    this.onClick('[data-quote]', (button) => {
      this.quotedId = button.dataset.quote ?? '';
      this.render(ticket);
    });
    this.onClick('#thanks', () => this.insert('Thank you for your patience.'));
    this.onClick('#undo', () => this.undo());
    this.onClick('#send', () => void this.send(ticket));
  }

  private message({ id, from, text }: Message): string {
    return `<li>
      ${escapeHtml(from.name)}: ${escapeHtml(text)}
      <button type="button" data-quote="${id}">Quote ${id}</button>
    </li>`;
  }

  private get field(): HTMLTextAreaElement {
    return this.find<HTMLTextAreaElement>('#reply')!;
  }

  private insert(text: string): void {
    this.undoStack.push(this.field.value);
    this.field.value = `${this.field.value} ${text}`.trim();
    this.drafts.set(this.id, this.field.value);
  }

  private undo(): void {
    const previous = this.undoStack.pop();
    if (previous === undefined) return;
    this.field.value = previous;
    this.drafts.set(this.id, previous);
  }

  private async send(ticket: Ticket): Promise<void> {
    const text = this.field.value.trim();
    if (text === '') return this.complain('Write something first');
    this.drafts.set(ticket.id, '');
    await this.tickets.reply(text);
  }

  private complain(reason: string): void {
    const place = this.find('#complaint');
    if (place) place.textContent = reason;
  }
}
