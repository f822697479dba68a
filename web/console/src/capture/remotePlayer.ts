import script from './player.ts?worker&url';
import type { Order, Told } from './playerFrame';
import { playerUrl } from './playerFrame';

/** The player in its frame, as the console sees it. */
export class RemotePlayer {
  readonly frame = document.createElement('iframe');
  readonly #channel = new MessageChannel();
  readonly #listeners = new Set<(told: Told) => void>();
  #offset = 0;

  constructor(root: HTMLElement, events: unknown[]) {
    this.frame.src = playerUrl(new URL(script, location.href).href);
    this.frame.title = 'The recorded page';
    this.frame.tabIndex = -1;
    this.frame.addEventListener(
      'load',
      () => {
        this.frame.contentWindow?.postMessage('player', '*', [this.#channel.port2]);
        this.#order({ kind: 'open', events });
      },
      { once: true },
    );
    this.#channel.port1.onmessage = ({ data }) => {
      const told = data as Told;
      if (told.kind === 'time') this.#offset = told.offset;
      for (const listener of this.#listeners) listener(told);
    };
    root.append(this.frame);
  }

  listen(listener: (told: Told) => void): void {
    this.#listeners.add(listener);
  }

  setConfig(config: { speed?: number; skipInactive?: boolean }): void {
    this.#order({ kind: 'config', ...config });
  }

  play(offset: number): void {
    this.#offset = offset;
    this.#order({ kind: 'play', offset });
  }

  pause(offset?: number): void {
    if (offset !== undefined) this.#offset = offset;
    this.#order({ kind: 'pause', offset });
  }

  getCurrentTime(): number {
    return this.#offset;
  }

  destroy(): void {
    this.#channel.port1.close();
    this.frame.remove();
  }

  #order(order: Order): void {
    this.#channel.port1.postMessage(order);
  }
}
