const KEY = 'hives.checklist';

export interface Checklist { done: string[] }

/** What a keeper has ticked off, kept on this machine. */
export function readChecklist(): Checklist {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return { done: Array.isArray(kept.done) ? kept.done : [] };
  } catch {
    return { done: [] };
  }
}

export function tick(name: string): Checklist {
  const { done } = readChecklist();
  const next = { done: done.includes(name) ? done : [...done, name] };
  localStorage.setItem(KEY, JSON.stringify(next));
  return next;
}
