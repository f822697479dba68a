import { writable } from 'svelte/store';

export interface Settings { dense: boolean; marks: string[] }

const DEFAULTS: Settings = { dense: false, marks: [] };

function persisted<T extends object>(key: string, defaults: T, valid: (value: T) => boolean) {
  let first = defaults;
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (kept && valid(kept)) first = { ...defaults, ...kept };
  } catch {
    localStorage.removeItem(key);
  }
  const store = writable(first);
  store.subscribe((value) => localStorage.setItem(key, JSON.stringify(value)));
  return store;
}

export const settings = persisted<Settings>('choir-settings', DEFAULTS, ({ marks }) => Array.isArray(marks));

export const mark = (id: string) =>
  settings.update((now) => ({ ...now, marks: [...new Set([...now.marks, id])] }));
