import { useSyncExternalStore } from 'react';

/** What the reader is told at the edge of the page for some seconds. */
export interface Told {
  text: string;
  undo?: () => Promise<void>;
}

const shownFor = 8_000;
const listeners = new Set<() => void>();
let told: Told | undefined;
let timer = 0;

function set(next: Told | undefined): void {
  told = next;
  for (const listener of listeners) listener();
}

/** Tells something in place of what was told before. */
export function tell(next: Told): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => set(undefined), shownFor);
  set(next);
}

export function forget(): void {
  window.clearTimeout(timer);
  set(undefined);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTold(): Told | undefined {
  return useSyncExternalStore(subscribe, () => told);
}
