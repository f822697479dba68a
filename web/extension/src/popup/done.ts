import { browser } from 'wxt/browser';
import { element, show } from './page';

export function showDone(link: string): void {
  const anchor = document.createElement('a');
  anchor.href = link;
  anchor.target = '_blank';
  anchor.rel = 'noreferrer';
  anchor.textContent = link;
  element('link').replaceChildren(anchor);
  element('open').onclick = () => void browser.tabs.create({ url: link });
  element('copy').onclick = async () => {
    await navigator.clipboard.writeText(link);
    element('copied').textContent = 'Copied.';
  };
  show('done');
  element('done-title').focus();
}
