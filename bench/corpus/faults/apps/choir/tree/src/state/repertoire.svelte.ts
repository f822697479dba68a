import { get } from '../lib/api';
import type { Item, Items, Piece, PieceBrief } from '../lib/types';

/** What the choir sings, and the piece that is looked at. */
export class Repertoire {
  pieces = $state<PieceBrief[]>([]);
  chosen = $state<Piece>();
  trouble = $state('');
  #asked = 0;

  total = $derived(this.pieces.reduce((sum, { length }) => sum + (length?.seconds ?? 0), 0));
  newest = $derived.by(() => {
    const scores = this.chosen?.scores ?? [];
    return [...scores].sort((one, other) => other.year - one.year)[0];
  });

  async load() {
    const result = await get<Items<PieceBrief>>('pieces');
    if (result.ok) this.pieces = result.value.items;
    else this.trouble = result.reason;
  }

  async choose(id: string) {
    const mine = ++this.#asked;
    const result = await get<Item<Piece>>(`pieces/${id}`);
    if (mine !== this.#asked) return;
    if (result.ok) this.chosen = result.value.item;
    else this.trouble = result.reason;
  }
}

export const repertoire = new Repertoire();
