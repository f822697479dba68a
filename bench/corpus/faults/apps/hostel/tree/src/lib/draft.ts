import type { Room } from "../types";

const KEY = "hostel.draft";

export interface Draft {
  room: Room | null;
  from: string;
  to: string;
  guests: string[];
}

export const EMPTY_DRAFT: Draft = { room: null, from: "", to: "", guests: [] };

export function loadDraft(): Draft {
  const saved = localStorage.getItem(KEY);
  if (!saved) return EMPTY_DRAFT;
  try {
    const draft = { ...EMPTY_DRAFT, ...JSON.parse(saved) };
    return Array.isArray(draft.guests) ? draft : { ...draft, guests: [] };
  } catch {
    return EMPTY_DRAFT;
  }
}

export function saveDraft(draft: Draft): void {
  localStorage.setItem(KEY, JSON.stringify(draft));
}
