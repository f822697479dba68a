import type { Room } from "../types";

const DAY = 86_400_000;

export class QuoteError extends Error {
  override name = "QuoteError";
}

export function nightsBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY));
}

export interface Quote {
  nights: number;
  total: number;
}

/** What a stay costs; long stays get a tenth off. */
export function quoteFor(room: Room, from: string, to: string): Quote {
  const nights = nightsBetween(from, to);
  const total = nights * room.rate * (nights >= 7 ? 0.9 : 1);
  if (!Number.isFinite(total)) throw new QuoteError(`Cannot price ${nights} nights in ${room.name}`);
  return { nights, total };
}
