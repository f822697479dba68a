import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Coverage } from '../src/coverage';
import { Unseen } from '../src/unseen';

describe('Unseen', () => {
  const original = window.WebSocket;
  let unseen: Unseen;
  let undo: () => void;

  beforeEach(() => {
    unseen = new Unseen();
    undo = unseen.watch();
  });
  afterEach(() => undo());

  const notes = () => {
    const coverage: Coverage = { redacted: 0, truncatedBodies: 0, dropped: 0, notes: [] };
    unseen.note(coverage);
    return coverage.notes;
  };

  it('tells of sockets whose messages it does not see', () => {
    expect(notes()).toEqual([]);
    const socket = new WebSocket('ws://127.0.0.1:9');
    socket.close();
    expect(notes()).toEqual(['1 × WebSocket: their messages were not recorded.']);
  });

  it('lets the page see the constructors that it knows', () => {
    const socket = new WebSocket('ws://127.0.0.1:9');
    socket.close();
    expect(socket).toBeInstanceOf(WebSocket);
    expect(socket.constructor).toBe(WebSocket);
    expect([WebSocket.name, WebSocket.OPEN]).toEqual(['WebSocket', 1]);
    class Own extends WebSocket {}
    const own = new Own('ws://127.0.0.1:9');
    own.close();
    expect(own).toBeInstanceOf(Own);
    expect(() => new WebSocket('no address at all:::')).toThrow(DOMException);
  });

  it('puts everything back', () => {
    undo();
    expect(window.WebSocket).toBe(original);
    expect(original.prototype.constructor).toBe(original);
  });
});
