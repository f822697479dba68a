import { derived, writable } from 'svelte/store';
import { get, orElse } from '../lib/api';
import type { Items, Member } from '../lib/types';

export const members = writable<Member[]>([]);
export const part = writable('all');

export const shown = derived([members, part], ([$members, $part]) =>
  $members.filter(({ voice }) => $part === 'all' || voice?.part === $part),
);

export const seniority = derived(members, ($members) => {
  const years = $members.map(({ joined }) => Number(String(joined).slice(0, 4)));
  return years.length > 0 ? `since ${Math.min(...years)}` : 'from today';
});

export async function loadMembers() {
  const { items } = orElse(await get<Items<Member>>('members'), { items: [] });
  members.set(items);
}
