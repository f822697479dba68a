import type { Message, Sla } from './models';

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

export function titleCase(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}

export function timeLeft(sla: Sla | null): string {
  if (!sla) return 'No deadline';
  const hours = Math.floor(sla.minutesLeft / 60);
  return `${titleCase(sla.target)}: ${hours} h ${sla.minutesLeft % 60} min left`;
}

export function lastContact(messages: Message[]): string {
  const last = messages.at(-1);
  return last ? `Last message by ${last.from.name} at ${last.sentAt.slice(11, 16)}` : 'No messages yet';
}
