import type { eventWithTime } from '@rrweb/types';
import { describe, expect, it } from 'vitest';
import { Redactor } from '../src/redact';
import { SafeReplay } from '../src/safereplay';
import { Segments, weigh } from '../src/segments';

const event = (type: number, timestamp: number, data: unknown = {}) =>
  ({ type, timestamp, data }) as eventWithTime;

/** An event each second, a full snapshot every thirty. */
function record(segments: Segments, seconds: number, data: unknown = {}): void {
  for (let second = 0; second <= seconds; second++) {
    const at = second * 1000;
    if (second % 30 === 0) {
      segments.add(event(4, at));
      segments.add(event(2, at, data));
    }
    segments.add(event(3, at));
  }
}

describe('Segments', () => {
  it.each([119, 121, 150, 151, 299, 600, 631])(
    'hold the last two minutes from a full snapshot on, after %i s',
    (seconds) => {
      const segments = new Segments(1e7);
      record(segments, seconds);
      const events = segments.events();
      expect(events.slice(0, 2).map(({ type }) => type)).toEqual([4, 2]);
      const first = events[0]?.timestamp ?? Number.NaN;
      expect(first).toBeLessThanOrEqual(Math.max(0, seconds - 120) * 1000);
      expect(first).toBeGreaterThanOrEqual((seconds - 151) * 1000);
      expect(segments.dropped).toBe(0);
    },
  );

  it('give up their oldest when they weigh too much, and count it', () => {
    const segments = new Segments(50_000);
    record(segments, 100, { html: 'x'.repeat(20_000) });
    expect(segments.bytes).toBeLessThanOrEqual(50_000);
    expect(segments.events()[0]?.timestamp).toBe(60_000);
    expect(segments.dropped).toBe(64);
  });

  it('hold nothing before the first snapshot', () => {
    const segments = new Segments(1e7);
    segments.add(event(0, 1));
    segments.add(event(3, 2));
    segments.add(event(4, 3));
    expect(segments.events()).toEqual([]);
  });

  it('keep the last picture until the next one is there', () => {
    const segments = new Segments(1e7);
    record(segments, 10);
    segments.add(event(4, 400_000));
    expect(segments.events()[0]?.timestamp).toBe(0);
    segments.add(event(2, 400_050));
    segments.add(event(3, 520_000));
    expect(segments.events()[0]?.timestamp).toBe(400_000);
  });
});

describe('weigh', () => {
  it('comes near what JSON weighs', () => {
    const value = { type: 3, data: { texts: [{ id: 5, value: 'some text' }], adds: [], ok: true } };
    const ratio = weigh(value) / JSON.stringify(value).length;
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.8);
  });
});

const safeReplay = (events: eventWithTime[], redactor: Redactor) => {
  const safe = new SafeReplay(redactor);
  return events.map((each) => safe.event(each));
};

describe('SafeReplay', () => {
  const secret = 'canary-5e1f';
  const node = (tagName: string, attributes: object, id = 7) => ({
    type: 2,
    id,
    tagName,
    attributes,
    childNodes: [],
  });
  const snapshot = (...childNodes: unknown[]) =>
    event(2, 1, { node: { type: 0, id: 1, childNodes } });

  it.each<[string, eventWithTime[]]>([
    ['a hidden field', [snapshot(node('input', { type: 'hidden', value: secret }))]],
    ['a placeholder', [snapshot(node('input', { placeholder: secret }))]],
    [
      'what was typed',
      [snapshot(node('input', {}, 9)), event(3, 2, { source: 5, id: 9, text: secret })],
    ],
    [
      'what can be edited',
      [
        snapshot({
          ...node('div', { contenteditable: '' }),
          childNodes: [
            { ...node('b', {}, 12), childNodes: [{ type: 3, id: 13, textContent: secret }] },
          ],
        }),
        event(3, 2, { source: 0, texts: [{ id: 13, value: `${secret} more` }] }),
        event(3, 3, {
          source: 0,
          adds: [{ parentId: 12, nextId: null, node: { type: 3, id: 14, textContent: secret } }],
        }),
      ],
    ],
    [
      'a label for screen readers',
      [snapshot(node('input', { 'aria-label': secret, title: secret }))],
    ],
    ['a textarea', [snapshot(node('textarea', { value: secret }))]],
    ['a token in meta', [snapshot(node('meta', { name: 'csrf-token', content: secret }))]],
    ['an attribute with a secret name', [snapshot(node('div', { 'data-api-key': secret }))]],
    ['state in an attribute', [snapshot(node('div', { 'data-state': `{"token":"${secret}"}` }))]],
    ['a link', [snapshot(node('a', { href: `/reset?token=${secret}` }))]],
    ['the page’s address', [event(4, 1, { href: `https://a.test/#access_token=${secret}` })]],
    ['text', [snapshot({ type: 3, id: 8, textContent: `Your password: ${secret}` })]],
    ['changed text', [event(3, 1, { source: 0, texts: [{ id: 8, value: `token=${secret}` }] })]],
    [
      'a field that changes its value later',
      [
        snapshot(node('input', { type: 'password', value: '****' }, 9)),
        event(3, 2, {
          source: 0,
          attributes: [{ id: 9, attributes: { type: 'text', value: secret } }],
        }),
      ],
    ],
    [
      'a field that is added later',
      [
        event(3, 1, {
          source: 0,
          adds: [{ parentId: 1, nextId: null, node: node('input', {}, 11) }],
        }),
        event(3, 2, { source: 0, attributes: [{ id: 11, attributes: { placeholder: secret } }] }),
      ],
    ],
  ])('takes the secret out of %s', (_, events) => {
    const redactor = new Redactor();
    expect(JSON.stringify(events)).toContain(secret);
    expect(JSON.stringify(safeReplay(events, redactor))).not.toContain(secret);
    expect(redactor.count).toBeGreaterThan(0);
    expect(JSON.stringify(events)).toContain(secret);
  });

  it('leaves the rest of the page as it is', () => {
    const events = [
      snapshot(
        node('a', { href: 'https://a.test/x?id=1', class: 'btn', style: 'color:red' }),
        node('style', { _cssText: 'input[type=password] { color: red } a { token: 1 }' }),
        node('img', { src: 'data:image/png;base64,iVBORw0KGgo=', alt: 'A cat' }),
        { type: 3, id: 9, textContent: 'Sum: 12.50 EUR' },
      ),
      event(3, 2, { source: 1, positions: [{ x: 1, y: 2, id: 9, timeOffset: 0 }] }),
    ];
    const redactor = new Redactor();
    expect(safeReplay(events, redactor)).toEqual(events);
    expect(redactor.count).toBe(0);
  });
});
