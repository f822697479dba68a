const KEY = "lost.filters";

export interface Filters {
  kind: string;
}

export function restoreFilters(): Filters {
  try {
    const { kind } = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return { kind: typeof kind === "string" ? kind : "" };
  } catch {
    return { kind: "" };
  }
}

export function keepFilters(filters: Filters): void {
  localStorage.setItem(KEY, JSON.stringify(filters));
}
