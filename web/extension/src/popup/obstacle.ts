import { browser } from 'wxt/browser';
import { element, show } from './page';
import type { TargetTab } from './tab';

const EVERYWHERE = { origins: ['<all_urls>'] };

/** The page cannot be reported (yet): why, and what to do about it. */
export async function showObstacle(tab: TargetTab | undefined): Promise<void> {
  const say = (title: string, text: string, label?: string, act?: () => Promise<unknown>) => {
    element('obstacle-title').textContent = title;
    element('obstacle-text').textContent = text;
    const button = element<HTMLButtonElement>('obstacle-act');
    button.hidden = !label;
    button.textContent = label ?? '';
    button.onclick = () => void act?.().then(() => window.close());
    show('obstacle');
  };
  if (!tab || !/^https?:/.test(tab.url)) {
    say(
      'This page cannot be recorded',
      'Browsers keep extensions out of their own pages and stores. Open the page with the bug and try there.',
    );
  } else if (!(await browser.permissions.contains(EVERYWHERE))) {
    say(
      'Suture may not see this page yet',
      'Allow it for all sites, reload the page, repeat the steps that led to the bug, then report it.',
      'Allow and reload',
      async () => {
        if (await browser.permissions.request(EVERYWHERE)) await browser.tabs.reload(tab.id);
      },
    );
  } else {
    say(
      'This page was open before Suture',
      'Its recorder starts with the page. Reload it, repeat the steps that led to the bug, then report it.',
      'Reload the page',
      () => browser.tabs.reload(tab.id),
    );
  }
}
