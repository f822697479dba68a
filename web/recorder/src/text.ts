const MAX_TEXT = 120;

/** A few words of an element's text, without walking all of a big one. */
export function visibleText(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let steps = 0; steps < 50 && text.length < MAX_TEXT; steps++) {
    const node = walker.nextNode();
    if (!node) break;
    const parent = node.parentElement?.localName;
    if (!parent || !/^(?:script|style|textarea|option)$/.test(parent)) text += node.nodeValue;
  }
  return text;
}

export function squeeze(text: string | null | undefined): string {
  return (text ?? '').slice(0, 2000).replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT);
}
