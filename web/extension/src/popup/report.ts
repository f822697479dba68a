import type { Summary } from '@suture/recorder';
import { browser } from 'wxt/browser';
import { type Progress, REPORT_PORT, type ReportRequest } from '../messages';
import { showDone } from './done';
import { element, show } from './page';
import { screenshotOf, type TargetTab } from './tab';

const STEPS = {
  collecting: 'Collecting what the page kept…',
  packing: 'Packing…',
  sending: 'Sending…',
};

/** The report of one tab, from what it would hold to the link. */
export class ReportForm {
  #screenshot: string | undefined;

  constructor(
    readonly tab: TargetTab,
    readonly dsn: () => string,
  ) {
    element('report').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#send();
    });
    element<HTMLInputElement>('with-shot').addEventListener('change', () => this.#drawShot());
    browser.tabs.onActivated.addListener(({ tabId }) => {
      if (tabId === tab.id) void this.#takeShot();
    });
  }

  async open(summary: Summary): Promise<void> {
    drawCounts(summary);
    const lastError = element('last-error');
    lastError.hidden = !summary.lastError;
    lastError.textContent = summary.lastError ?? '';
    const title = element<HTMLInputElement>('title');
    title.value = (summary.lastError || summary.title).slice(0, 200);
    show('report');
    title.select();
    await this.#takeShot();
  }

  async #takeShot(): Promise<void> {
    this.#screenshot ??= await screenshotOf(this.tab);
    this.#drawShot();
  }

  #drawShot(): void {
    const box = element('shot');
    const wanted = element<HTMLInputElement>('with-shot');
    wanted.disabled = !this.#screenshot;
    if (this.#screenshot) {
      const picture = new Image();
      picture.src = this.#screenshot;
      picture.alt = 'The visible part of the tab';
      box.replaceChildren(picture);
    } else {
      const text = document.createElement('span');
      text.className = 'help';
      text.textContent =
        'No picture: only the tab in front can be taken. The report goes without it.';
      box.replaceChildren(text);
    }
    box.classList.toggle('left-out', !wanted.checked);
  }

  async #send(): Promise<void> {
    const button = element<HTMLButtonElement>('send');
    const error = element('send-error');
    button.disabled = true;
    error.textContent = '';
    await this.#takeShot();
    const withShot = element<HTMLInputElement>('with-shot').checked;
    const outcome = await deliver({
      tabId: this.tab.id,
      dsn: this.dsn(),
      title: element<HTMLInputElement>('title').value.trim(),
      note: element<HTMLTextAreaElement>('note').value.trim(),
      screenshot: withShot ? this.#screenshot : undefined,
    });
    button.disabled = false;
    element('progress').textContent = '';
    if (outcome.stage === 'failed') error.textContent = outcome.message;
    else if (outcome.sent.kind === 'stored') showDone(outcome.sent.link);
    else error.textContent = outcome.sent.message;
    if (error.textContent) button.focus();
  }
}

type Outcome = Extract<Progress, { stage: 'done' | 'failed' }>;

/** The background sends, so that a report survives a popup that is closed too early. */
function deliver(request: ReportRequest): Promise<Outcome> {
  return new Promise((resolve) => {
    const port = browser.runtime.connect({ name: REPORT_PORT });
    port.onMessage.addListener((progress: Progress) => {
      if (progress.stage === 'done' || progress.stage === 'failed') {
        resolve(progress);
        port.disconnect();
      } else {
        element('progress').textContent = STEPS[progress.stage];
      }
    });
    port.onDisconnect.addListener(() =>
      resolve({
        stage: 'failed',
        message: 'The browser stopped the extension. Send the report again.',
      }),
    );
    port.postMessage(request);
  });
}

function drawCounts({ errors, requests, actions, seconds }: Summary): void {
  const counts: [label: string, value: string, bad?: boolean][] = [
    [errors === 1 ? 'error' : 'errors', String(errors), errors > 0],
    [requests === 1 ? 'request' : 'requests', String(requests)],
    [actions === 1 ? 'action' : 'actions', String(actions)],
    ['look-back', `${seconds} s`],
  ];
  element('counts').replaceChildren(
    ...counts.map(([label, value, bad]) => {
      const tile = document.createElement('div');
      const term = document.createElement('dt');
      const detail = document.createElement('dd');
      term.textContent = label;
      detail.textContent = value;
      tile.classList.toggle('bad', bad === true);
      tile.append(term, detail);
      return tile;
    }),
  );
}
