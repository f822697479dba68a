import { Recorder, smallest } from '@suture/recorder';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type Answer, isHandshake, type Question } from '../src/channel';

/** What a page that goes may hand over, as JSON. */
const MAX_CARRY = 1_500_000;

export default defineContentScript({
  matches: ['<all_urls>'],
  runAt: 'document_start',
  world: 'MAIN',
  main() {
    const recorder = new Recorder({ name: 'suture.extension' }).start();
    const { stringify } = JSON;

    const answer = async ({ id, ask }: Question): Promise<Answer> => {
      try {
        const held = ask === 'summary' ? recorder.summary() : await recorder.collectSoon();
        return { id, json: stringify(held) };
      } catch {
        return { id, json: '' };
      }
    };

    const onHandshake = (event: MessageEvent) => {
      const [port] = event.ports;
      if (event.source !== window || !port || !isHandshake(event.data)) return;
      event.stopImmediatePropagation();
      removeEventListener('message', onHandshake, true);
      port.onmessage = ({ data }) =>
        void answer(data as Question).then((given) => port.postMessage(given));

      const { carry } = event.data;
      addEventListener('pagehide', () => {
        const json = smallest(recorder.collect(), MAX_CARRY);
        if (json) document.dispatchEvent(new CustomEvent(carry, { detail: json }));
      });
    };
    addEventListener('message', onHandshake, true);
  },
});
