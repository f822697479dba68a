import { client } from '../http/client';
import { type QuoteDto, toQuote } from '../mappers/quote';

export interface Wanted { zone: string; weight: number }

export async function askQuote({ zone, weight }: Wanted) {
  const { data } = await client.post<{ data: QuoteDto }>('/quotes', { zone, weight_kg: weight });
  return toQuote(data.data);
}
