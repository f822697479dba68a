import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname);
}

export function useSearch(): string {
  return useSyncExternalStore(subscribe, () => window.location.search);
}

/** One parameter of the address; undefined when it is absent or empty. */
export function useParam(name: string): string | undefined {
  return new URLSearchParams(useSearch()).get(name) || undefined;
}

/**
 * Goes to another page.
 *
 * @param replace true when the address changes without a step for the back button, and without moving
 */
export function navigate(to: string, { replace = false } = {}): void {
  if (replace) {
    window.history.replaceState(null, '', to);
  } else {
    window.history.pushState(null, '', to);
    window.scrollTo(0, 0);
  }
  for (const listener of listeners) listener();
}
