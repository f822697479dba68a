import { Replayer } from '@rrweb/replay';
import type { eventWithTime } from '@rrweb/types';
import type { Order, Told } from './playerFrame';
import { sterile } from './sterile';

// Runs in the player's frame, on an origin of its own: takes a recording through the port that its
// parent hands over, and plays it.

let replayer: Replayer | undefined;

addEventListener('message', ({ source, ports: [port] }) => {
  if (source !== parent || !port) return;
  const tell = (told: Told) => port.postMessage(told);
  port.onmessage = ({ data }) => {
    try {
      follow(data as Order, tell);
    } catch {
      tell({ kind: 'broken' });
    }
  };
  const tick = () => {
    if (replayer) tell({ kind: 'time', offset: replayer.getCurrentTime() });
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
});

function follow(order: Order, tell: (told: Told) => void): void {
  switch (order.kind) {
    case 'open':
      open(order.events, tell);
      break;
    case 'config': {
      const { kind: _, ...config } = order;
      replayer?.setConfig(config);
      break;
    }
    case 'play':
      replayer?.play(order.offset);
      break;
    case 'pause':
      replayer?.pause(order.offset);
      break;
  }
}

function open(events: unknown[], tell: (told: Told) => void): void {
  replayer?.destroy();
  document.body.replaceChildren();
  replayer = new Replayer(sterile(events) as eventWithTime[], {
    root: document.body,
    mouseTail: false,
    showWarning: false,
    triggerFocus: false,
    logger: { log: () => undefined, warn: () => undefined },
  });
  replayer.on('fullsnapshot-rebuilded', () => tell({ kind: 'built' }));
  replayer.on('finish', () => tell({ kind: 'finished' }));
  replayer.on('resize', (size) => {
    const { width, height } = size as { width: number; height: number };
    const wrapper = document.querySelector<HTMLElement>('.replayer-wrapper');
    if (wrapper) Object.assign(wrapper.style, { width: `${width}px`, height: `${height}px` });
    tell({ kind: 'size', width, height });
  });
}
