import { useCallback, useState } from 'react';

function read<T extends object>(key: string, fallback: T): T {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? 'null');
    return stored && typeof stored === 'object' ? { ...fallback, ...stored } : fallback;
  } catch {
    return fallback;
  }
}

export function useLocalStorage<T extends object>(key: string, fallback: T) {
  const [value, setValue] = useState<T>(() => read(key, fallback));
  const update = useCallback(
    (patch: Partial<T>) =>
      setValue((current) => {
        const next = { ...current, ...patch };
        localStorage.setItem(key, JSON.stringify(next));
        return next;
      }),
    [key],
  );
  return [value, update] as const;
}
