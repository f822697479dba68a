/** True where keys are text for a field and not for the page. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement &&
        !['checkbox', 'radio', 'range', 'button'].includes(target.type)))
  );
}

/** The key of a plain press that is meant for the page; undefined for all others. */
export function pageKey(event: KeyboardEvent): string | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (isTyping(event.target) || document.querySelector('dialog[open]')) return undefined;
  return event.key;
}
