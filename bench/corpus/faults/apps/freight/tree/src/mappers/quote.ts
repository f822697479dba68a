import type { Quote } from '../domain/types';
import { total } from '../lib/collect';

export interface QuoteDto { number: string; lines: { label: string; cents: number }[]; valid_until: string }

export function toQuote({ number, lines, valid_until }: QuoteDto): Quote {
  return { number, lines, totalCents: total(lines, ({ cents }) => cents), validUntil: new Date(valid_until) };
}
