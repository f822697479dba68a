import { defineStore } from 'pinia';
import { ref, watch } from 'vue';

const KEY = 'grants.preferences';

export interface SortOrder {
  key: string;
  descending: boolean;
}

export interface Preferences {
  sort: SortOrder;
  pageSize: number;
}

const DEFAULTS: Preferences = { sort: { key: 'title', descending: false }, pageSize: 2 };

function restore(): Preferences {
  try {
    const saved = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof saved?.sort?.key !== 'string') return DEFAULTS;
    return { ...DEFAULTS, ...saved };
  } catch {
    return DEFAULTS;
  }
}

export const usePreferences = defineStore('preferences', () => {
  const preferences = ref(restore());
  watch(preferences, (value) => localStorage.setItem(KEY, JSON.stringify(value)), { deep: true });
  return { preferences };
});
