import { computed, ref } from 'vue';

const KEY = 'vet:recent';

export interface Recent { version: 2; ids: number[] }

function read(): Recent {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (kept?.version === 2) return kept;
  } catch {
    // what cannot be read is forgotten
  }
  return { version: 2, ids: [] };
}

const recent = ref(read());

/** The patients that were opened last on this machine. */
export function useRecent() {
  function remember(id: number) {
    const ids = [id, ...recent.value.ids.filter((each) => each !== id)].slice(0, 3);
    recent.value = { version: 2, ids };
    localStorage.setItem(KEY, JSON.stringify(recent.value));
  }
  return { ids: computed(() => recent.value.ids), remember };
}
