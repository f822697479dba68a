import type { ApiClient } from '../core/ApiClient';
import { EventEmitter } from '../core/EventEmitter';
import type { Ticket, TicketSummary } from '../models';

interface TicketEvents {
  listed: TicketSummary[];
  opened: Ticket;
  failed: string;
}

export class TicketService extends EventEmitter<TicketEvents> {
  private all: TicketSummary[] = [];
  private openId = '';
  current: Ticket | null = null;

  constructor(private readonly api: ApiClient) {
    super();
  }

  async list(): Promise<void> {
    const { tickets } = await this.api.tickets();
    this.all = tickets;
    this.emit('listed', this.all);
  }

  filter(tag: string, text: string): void {
    const wanted = text.toLowerCase();
    const found = this.all
      .filter((ticket) => tag === '' || (ticket.tags ?? []).includes(tag))
      .filter((ticket) => ticket.subject.toLowerCase().includes(wanted));
    this.emit('listed', found);
  }

  async open(id: string): Promise<void> {
    this.openId = id;
    const ticket = await this.api.ticket(id);
    if (this.openId !== id) return;
    this.current = ticket;
    this.emit('opened', ticket);
  }

  async reply(text: string): Promise<void> {
    const ticket = this.current;
    if (!ticket) return;
    try {
      const { message } = await this.api.reply(ticket.id, text);
      ticket.messages.push(message);
      this.emit('opened', ticket);
    } catch (error) {
      this.emit('failed', (error as Error).message);
    }
  }
}
