import { type Draft, EMPTY_DRAFT } from "../lib/draft";
import type { Room } from "../types";

export type BookingAction =
  | { type: "roomChosen"; room: Room }
  | { type: "datesChanged"; from?: string; to?: string }
  | { type: "guestAdded"; name: string }
  | { type: "guestRemoved"; name: string }
  | { type: "cleared" };

export function bookingReducer(draft: Draft, action: BookingAction): Draft {
  switch (action.type) {
    case "roomChosen":
      return { ...draft, room: action.room };
    case "datesChanged":
      return { ...draft, from: action.from ?? draft.from, to: action.to ?? draft.to };
    case "guestAdded":
      return { ...draft, guests: [...draft.guests, action.name] };
    case "guestRemoved":
      return { ...draft, guests: draft.guests.filter((name) => name !== action.name) };
    case "cleared":
      return EMPTY_DRAFT;
  }
}
