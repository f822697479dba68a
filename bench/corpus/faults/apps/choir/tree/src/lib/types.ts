export interface PieceBrief { id: string; title: string; composer: string; length: { seconds: number } | null }
export interface Score { edition: string; year: number; pages: number }
export interface Piece {
  id: string;
  title: string;
  composer: { name: string; born: number };
  voices: string[];
  length: { seconds: number } | null;
  scores: Score[];
}
export interface Rehearsal { id: string; at: string; room: { name: string; seats: number } | null; absent: string[] }
export interface Member {
  id: string;
  name: string;
  voice: { part: string; division: number } | null;
  joined: string;
  guardian: { phone: string } | null;
}
export interface Concert {
  id: string;
  title: string;
  on: string;
  programme: string[];
  venue: { name: string; address?: { street: string; city: string } };
  tickets: { sold: number; price: number };
}
export interface Items<T> { items: T[] }
export interface Item<T> { item: T }
