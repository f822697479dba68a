import { ref } from 'vue';

const KEY = 'radio.favourites';

export interface Favourite {
  id: string;
  title: string;
}

const FIRST_TIME: Favourite[] = [
  { id: 'p1', title: 'Blue hours' },
  { id: 'p2', title: 'Folk post' },
];

function isFavourite(value: unknown): value is Favourite {
  return typeof value === 'object' && value !== null && 'id' in value && 'title' in value;
}

function restore(): Favourite[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return Array.isArray(kept) ? kept.filter(isFavourite) : FIRST_TIME;
  } catch {
    return FIRST_TIME;
  }
}

const favourites = ref(restore());

export function useFavourites() {
  function add(favourite: Favourite) {
    favourites.value = [...favourites.value.filter(({ id }) => id !== favourite.id), favourite];
    localStorage.setItem(KEY, JSON.stringify(favourites.value));
  }
  return { favourites, add };
}
