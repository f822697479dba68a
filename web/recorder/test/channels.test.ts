import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Channels } from '../src/channels';
import { Pseudonyms } from '../src/pseudonym';
import { Redactor } from '../src/redact';

class FakeSource extends EventTarget {
  readyState = 1;
  constructor(readonly url: string) {
    super();
  }
}

describe('Channels', () => {
  const original = window.WebSocket;
  let channels: Channels;
  let undo: () => void;

  beforeEach(() => {
    class Source extends FakeSource {
      override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
        super.addEventListener(...args);
      }
    }
    Object.assign(window, { EventSource: Source });
    channels = new Channels();
    undo = channels.watch();
  });
  afterEach(() => undo());

  const kept = () => channels.since(0, new Redactor([], new Pseudonyms()));

  it('keep what was said both ways, in order', () => {
    const socket = new WebSocket('ws://127.0.0.1:9/live?token=canary');
    socket.dispatchEvent(new Event('open'));
    try {
      socket.send('{"hello":1}');
    } catch {
      // It is not connected; the page said so all the same.
    }
    socket.dispatchEvent(new MessageEvent('message', { data: '{"password":"canary"}' }));
    socket.dispatchEvent(new MessageEvent('message', { data: new Uint8Array([0, 255]).buffer }));
    socket.close();
    const [channel] = kept();
    expect(channel).toMatchObject({ kind: 'websocket', openedAfter: expect.any(Number) });
    expect(channel?.messages).toMatchObject([
      { from: 'page', text: '{"hello":1}', size: 11 },
      { from: 'server', text: expect.stringMatching(/^\{"password":"[a-z]{6}"\}$/) },
      { from: 'server', base64: 'AP8=', size: 2 },
    ]);
    expect(JSON.stringify(kept())).not.toContain('canary');
  });

  it('keep the events that a page listens for by name', () => {
    const source = new EventSource('/events');
    source.addEventListener('price', () => {});
    source.addEventListener('price', () => {});
    source.dispatchEvent(new MessageEvent('price', { data: '12.50', lastEventId: '4' }));
    source.dispatchEvent(new MessageEvent('message', { data: 'plain' }));
    expect(kept()[0]?.messages).toMatchObject([
      { type: 'price', lastEventId: '4', text: '12.50' },
      { text: 'plain' },
    ]);
  });

  it('drop the oldest and say so', () => {
    const source = new EventSource('/events');
    for (let i = 0; i < 2010; i++) {
      source.dispatchEvent(new MessageEvent('message', { data: `m${i}` }));
    }
    const [channel] = kept();
    expect(channel?.messages).toHaveLength(2000);
    expect(channel?.messages[0]?.text).toBe('m10');
    expect(channel?.dropped).toBe(10);
  });

  it('let the page see the constructors that it knows', () => {
    const socket = new WebSocket('ws://127.0.0.1:9');
    socket.close();
    expect(socket).toBeInstanceOf(WebSocket);
    expect(socket.constructor).toBe(WebSocket);
    class Own extends WebSocket {}
    const own = new Own('ws://127.0.0.1:9');
    own.close();
    expect(own).toBeInstanceOf(Own);
    expect(() => new WebSocket('no address at all:::')).toThrow(DOMException);
    undo();
    expect(window.WebSocket).toBe(original);
    expect(original.prototype.constructor).toBe(original);
  });
});
