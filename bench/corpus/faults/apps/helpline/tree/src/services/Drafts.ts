const KEY = 'helpline.drafts';

/** Replies that were begun, by ticket. */
export class Drafts {
  private texts: Record<string, string> = this.load();

  get(ticketId: string): string {
    return this.texts[ticketId] ?? '';
  }

  set(ticketId: string, text: string): void {
    this.texts[ticketId] = text;
    localStorage.setItem(KEY, JSON.stringify(this.texts));
  }

  private load(): Record<string, string> {
    try {
      const saved: Record<string, unknown> = JSON.parse(localStorage.getItem(KEY) ?? '{}');
      return Object.fromEntries(Object.entries(saved).map(([id, text]) => [id, typeof text === 'string' ? text : '']));
    } catch {
      return {};
    }
  }
}
