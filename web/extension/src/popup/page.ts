/** The popup's elements by id; one that is missing is a mistake in the markup. */
export function element<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the popup has no #${id}`);
  return found as T;
}

const VIEWS = ['obstacle', 'report', 'done'] as const;

export function show(view: (typeof VIEWS)[number] | undefined): void {
  for (const id of VIEWS) element(id).hidden = id !== view;
}
