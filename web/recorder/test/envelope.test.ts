import { gunzipSync, inflateSync } from 'node:zlib';
import type { HarEntry } from '@suture/wire/capture';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../src/capture';
import { DsnError, parseDsn } from '../src/dsn';
import { toEnvelope, toSmallEnvelope } from '../src/envelope';
import { smallest } from '../src/shrink';
import { captureOf } from './parts';

const dsn = parseDsn('https://key0@suture.test/base/7');

interface Read {
  header: Record<string, unknown>;
  items: { header: Record<string, unknown>; payload: Buffer }[];
}

function read(bytes: Uint8Array): Read {
  const all = Buffer.from(bytes);
  let at = 0;
  const line = () => {
    const end = all.indexOf(10, at);
    const text = all.subarray(at, end).toString();
    at = end + 1;
    return JSON.parse(text);
  };
  const header = line();
  const items: Read['items'] = [];
  while (at < all.length) {
    const head = line();
    items.push({ header: head, payload: all.subarray(at, at + head.length) });
    at += head.length;
    expect(all[at++]).toBe(10);
  }
  return { header, items };
}

function full(): Capture {
  const capture = captureOf({ release: 'shop@1', environment: 'production', title: 'Überblick' });
  capture.replay = [
    { type: 4, data: { href: 'https://shop.test/', width: 1, height: 1 }, timestamp: 1_000_500 },
    {
      type: 2,
      data: { node: { type: 0, childNodes: [], id: 1 }, initialOffset: { top: 0, left: 0 } },
      timestamp: 1_000_600,
    },
  ];
  capture.failures = [
    {
      at: 1_050_000,
      message: 'TypeError: no price – ever',
      exceptions: [
        {
          type: 'TypeError',
          value: 'no price – ever',
          mechanism: { type: 'onerror', handled: false },
          stacktrace: {
            frames: [{ filename: 'https://shop.test/app.js', lineno: 1, colno: 2, in_app: true }],
          },
        },
      ],
    },
  ];
  const image = (file: string) => ({
    type: 'sourcemap' as const,
    code_file: `https://shop.test/${file}`,
    debug_id: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  });
  capture.images = [image('app.js'), image('unused.js')];
  return capture;
}

function exchange(text: string): HarEntry {
  const blank = { httpVersion: '', headers: [], cookies: [] as [], headersSize: -1, bodySize: -1 };
  return {
    startedDateTime: new Date(0).toISOString(),
    time: 1,
    request: { ...blank, method: 'GET', url: 'https://shop.test/api', queryString: [] },
    response: {
      ...blank,
      status: 200,
      statusText: 'OK',
      redirectURL: '',
      content: { size: text.length, mimeType: 'text/plain', text },
    },
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
    _id: 'x1',
    _at: 1_000_000,
    _kind: 'fetch',
  };
}

const noise = (length: number) =>
  Array.from({ length: length / 8 }, () => Math.random().toString(36).slice(2, 10)).join('');

describe('toEnvelope', () => {
  it('writes items whose lengths hold, in Sentry’s order and words', async () => {
    const capture = full();
    const { bytes, gzipped, eventId } = await toEnvelope(capture, {
      dsn,
      title: 'Checkout broke',
      note: 'I clicked',
      failure: capture.failures[0],
      screenshot: { type: 'image/webp', bytes: new Uint8Array([10, 10, 0, 255]) },
    });
    expect(gzipped).toBe(true);
    const { header, items } = read(gunzipSync(bytes));
    expect(header).toMatchObject({ event_id: eventId, dsn: dsn.text, sdk: { name: 'suture.sdk' } });
    expect(eventId).toMatch(/^[\da-f]{32}$/);
    expect(items.map((item) => item.header.filename ?? item.header.type)).toEqual([
      'event',
      'replay_event',
      'replay_recording',
      'page.json',
      'console.json',
      'actions.json',
      'network.har',
      'screenshot.webp',
    ]);
    expect(items.at(-1)?.header).toMatchObject({
      content_type: 'image/webp',
      attachment_type: 'suture.part',
    });
    expect([...(items.at(-1)?.payload ?? [])]).toEqual([10, 10, 0, 255]);

    const recording = items[2]?.payload as Buffer;
    const line = recording.indexOf(10);
    expect(JSON.parse(recording.subarray(0, line).toString())).toEqual({ segment_id: 0 });
    expect(JSON.parse(inflateSync(recording.subarray(line + 1)).toString())).toEqual(
      capture.replay,
    );
    expect(JSON.parse(String(items[1]?.payload))).toMatchObject({
      replay_id: eventId,
      error_ids: [eventId],
      replay_start_timestamp: 1000.5,
      timestamp: 1000.6,
    });
  });

  it('tells the event as Sentry does', async () => {
    const capture = full();
    const { bytes, eventId } = await toEnvelope(capture, {
      dsn,
      title: 'T',
      failure: capture.failures[0],
    });
    const event = JSON.parse(String(read(gunzipSync(bytes)).items[0]?.payload));
    expect(event).toMatchObject({
      event_id: eventId,
      platform: 'javascript',
      level: 'error',
      timestamp: 1050,
      release: 'shop@1',
      environment: 'production',
      exception: { values: capture.failures[0]?.exceptions },
      contexts: {
        suture: { type: 'capture', version: 1, title: 'T' },
        replay: { replay_id: eventId },
      },
      debug_meta: { images: [capture.images[0]] },
    });
    expect(event.debug_meta.images).toHaveLength(1);
  });

  it('is a message when there was no error', async () => {
    const { bytes } = await toEnvelope(captureOf(), { dsn, title: 'It looks odd' });
    const { items } = read(gunzipSync(bytes));
    const event = JSON.parse(String(items[0]?.payload));
    expect(event).toMatchObject({ level: 'info', message: 'It looks odd' });
    expect(event).not.toHaveProperty('exception');
    expect(items.some((item) => item.header.type === 'replay_recording')).toBe(false);
  });

  it('gives up the oldest replay first, then bodies, and says so', async () => {
    const capture = full();
    const [meta, picture] = capture.replay as [Capture['replay'][0], Capture['replay'][0]];
    const padded = { ...picture, data: { node: noise(40_000) } } as unknown as typeof picture;
    capture.replay = [meta, padded, meta, padded, meta, picture];
    capture.parts.network.log.entries = [exchange(noise(80_000)), exchange('small')];
    const { bytes } = await toEnvelope(capture, { dsn, maxPacked: 30_000 });
    expect(bytes.byteLength).toBeLessThanOrEqual(30_000);
    const { items } = read(gunzipSync(bytes));
    const part = (name: string) =>
      JSON.parse(String(items.find((item) => item.header.filename === name)?.payload));
    expect(part('page.json').coverage.notes).toEqual([
      'The replay was cut at its beginning to fit the size limit.',
      'Bodies were cut to fit the size limit.',
    ]);
    expect(part('page.json').coverage.truncatedBodies).toBe(1);
    const [big, small] = part('network.har').log.entries;
    expect(big).toMatchObject({ _truncated: true });
    expect(small.response.content.text).toBe('small');
    expect(items.some((item) => item.header.type === 'replay_recording')).toBe(true);
  });
});

describe('toSmallEnvelope', () => {
  it('fits into what a page that goes may send', () => {
    const capture = full();
    capture.parts.network.log.entries = [exchange(noise(100_000))];
    const envelope = toSmallEnvelope(capture, { dsn, failure: capture.failures[0] }, 60_000);
    expect(envelope?.gzipped).toBe(false);
    const { items } = read(envelope?.bytes as Uint8Array);
    expect(JSON.parse(String(items[0]?.payload)).exception).toBeDefined();
  });
});

describe('smallest', () => {
  it('gives nothing when nothing fits', () => {
    expect(smallest(full(), 10)).toBeUndefined();
    expect(smallest(full(), 100_000)).toBe(JSON.stringify(full()));
  });
});

describe('parseDsn', () => {
  it('reads server, project and key', () => {
    expect(parseDsn(' http://abcd@127.0.0.1:8080/9 ')).toMatchObject({
      server: 'http://127.0.0.1:8080',
      project: '9',
      key: 'abcd',
    });
    expect(dsn.server).toBe('https://suture.test/base');
  });

  it.each([
    ['', 'empty'],
    ['suture.test/1', 'no URL'],
    ['ftp://abcd@suture.test/1', 'begins with ftp://'],
    ['https://suture.test/1', 'no key'],
    ['https://abcd@suture.test/', 'no project'],
  ])('says what is wrong with "%s"', (text, message) => {
    expect(() => parseDsn(text)).toThrow(DsnError);
    expect(() => parseDsn(text)).toThrow(message);
    expect(() => parseDsn(text)).toThrow('A DSN looks like https://');
  });
});
