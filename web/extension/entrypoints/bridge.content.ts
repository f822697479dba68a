import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type Answer, type Ask, HANDSHAKE, type Handshake } from '../src/channel';
import { isPageQuestion, type ToBackground } from '../src/messages';

export default defineContentScript({
  matches: ['<all_urls>'],
  runAt: 'document_start',
  main() {
    const { port1, port2 } = new MessageChannel();
    const waiting = new Map<number, (json: string) => void>();
    let asked = 0;
    port1.onmessage = ({ data }: MessageEvent<Answer>) => {
      waiting.get(data.id)?.(data.json);
      waiting.delete(data.id);
    };
    const ask = (what: Ask) =>
      new Promise<string>((resolve) => {
        const id = ++asked;
        waiting.set(id, resolve);
        port1.postMessage({ id, ask: what });
      });

    const carry = `suture:${crypto.randomUUID()}`;
    document.addEventListener(carry, (event) => {
      const message: ToBackground = {
        kind: 'carry',
        capture: String((event as CustomEvent).detail),
      };
      browser.runtime.sendMessage(message).catch(() => {
        // The extension was updated or switched off: there is nobody to carry it to.
      });
    });
    const handshake: Handshake = { kind: HANDSHAKE, carry };
    window.postMessage(handshake, '*', [port2]);

    browser.runtime.onMessage.addListener((message: unknown, _sender, answer) => {
      if (!isPageQuestion(message)) return false;
      ask(message.kind).then(answer);
      return true;
    });
  },
});
