import type { Agent, Customer, Message, Stats, Ticket, TicketSummary } from '../models';

export class HttpError extends Error {
  constructor(readonly status: number, readonly code: string) {
    super(`${status} ${code}`);
    this.name = 'HttpError';
  }
}

export class ApiClient {
  constructor(private readonly base: string) {}

  agent(): Promise<Agent> {
    return this.request('GET', '/agent');
  }

  queue(): Promise<{ waiting: number }> {
    return this.request('GET', '/queue');
  }

  tickets(): Promise<{ tickets: TicketSummary[] }> {
    return this.request('GET', '/tickets');
  }

  ticket(id: string): Promise<Ticket> {
    return this.request('GET', `/tickets/${id}`);
  }

  reply(id: string, text: string): Promise<{ message: Message }> {
    return this.request('POST', `/tickets/${id}/replies`, { text });
  }

  customer(id: string): Promise<Customer> {
    return this.request('GET', `/customers/${id}`);
  }

  stats(): Promise<Stats> {
    return this.request('GET', '/stats');
  }

  private async request<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.base + path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const data = await response.json().catch(() => ({}));
    if (!response.ok) throw new HttpError(response.status, data.error ?? 'unknown');
    return data as T;
  }
}
