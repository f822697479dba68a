import { derived, writable } from 'svelte/store';
import { get, orElse } from '../lib/api';
import type { Concert, Items } from '../lib/types';

export const concerts = writable<Concert[]>([]);

export const income = derived(concerts, ($concerts) =>
  $concerts.reduce((sum, { tickets }) => sum + (tickets ? tickets.sold * Number(tickets.price) : 0), 0),
);

export async function loadConcerts() {
  const { items } = orElse(await get<Items<Concert>>('concerts'), { items: [] });
  concerts.set(items);
}
