import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HarEntry } from '@suture/wire/capture';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordBeacon } from '../src/beacon';
import { requestBody } from '../src/body';
import type { Body, Exchange } from '../src/exchange';
import { recordFetch } from '../src/fetch';
import { harEntry } from '../src/har';
import { Redactor } from '../src/redact';
import { Ring } from '../src/ring';
import { recordXhr } from '../src/xhr';

let server: Server;
let origin: string;
let ring: Ring<Exchange>;
let undo: (() => void)[];

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url?.split('?')[0];
      if (path === '/echo') {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify({ body: Buffer.concat(chunks).toString() }));
      } else if (path === '/image') {
        response.setHeader('Content-Type', 'image/png').end(Buffer.alloc(2048));
      } else if (path === '/big') {
        response.setHeader('Content-Type', 'text/plain').end('x'.repeat(1_500_000));
      } else if (path === '/drip') {
        response.setHeader('Content-Type', 'text/event-stream');
        response.write('data: one\n\n');
      } else if (path === '/missing') {
        response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not here');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

beforeEach(() => {
  ring = new Ring<Exchange>({ age: 120_000, entries: 100, bytes: 1e7 });
  undo = [recordFetch(ring), recordXhr(ring), recordBeacon(ring)];
});

afterEach(() => {
  for (const restore of undo) restore();
});

const coverage = { redacted: 0, truncatedBodies: 0, dropped: 0, notes: [] };

function entries(): HarEntry[] {
  return ring.since(0).map((exchange) => harEntry(exchange, new Redactor(), coverage));
}

/** The entry once its body was read beside the page. */
async function settled(check: (entry: HarEntry) => boolean): Promise<HarEntry> {
  await vi.waitFor(() => expect(entries().some(check)).toBe(true));
  return entries().find(check) as HarEntry;
}

const answeredWith = (text: string) => (entry: HarEntry) =>
  entry.response.content.text?.includes(text) ?? false;

describe('fetch', () => {
  it('is recorded with headers and bodies, and the page reads its own response', async () => {
    const response = await fetch(`${origin}/echo?q=1&token=secret`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Api-Key': 'secret' },
      body: '{"a":1}',
    });
    expect(response.bodyUsed).toBe(false);
    expect(await response.json()).toEqual({ body: '{"a":1}' });
    const entry = await settled(answeredWith('{\\"a\\":1}'));
    expect(entry).toMatchObject({
      _kind: 'fetch',
      request: { method: 'POST' },
      response: { status: 200 },
    });
    expect(entry.request.headers).toContainEqual({ name: 'x-api-key', value: '[redacted]' });
    expect(entry.request.url).toBe(`${origin}/echo?q=1&token=%5Bredacted%5D`);
    expect(entry.request.queryString).toContainEqual({ name: 'q', value: '1' });
    expect(entry.request.postData).toEqual({ mimeType: 'application/json', text: '{"a":1}' });
    expect(entry._initiator).toContain('network.test');
  });

  it('leaves a Request that the page made for the page to send', async () => {
    const request = new Request(`${origin}/echo`, {
      method: 'PUT',
      headers: { 'Content-Type': 'text/plain' },
      body: 'once',
    });
    expect(await (await fetch(request)).json()).toEqual({ body: 'once' });
    expect(request.bodyUsed).toBe(true);
    const entry = await settled((one) => one.request.postData?.text === 'once');
    expect(entry.request.method).toBe('PUT');
  });

  it('passes the very error on to the page', async () => {
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    const answer = fetch(`${origin}/drip-never`, { signal: controller.signal });
    controller.abort(reason);
    await expect(answer).rejects.toBe(reason);
    expect(entries()[0]).toMatchObject({
      _error: 'Error: changed my mind',
      response: { status: 0 },
    });
  });

  it('keeps what a stream has sent so far', async () => {
    const controller = new AbortController();
    await fetch(`${origin}/drip`, { signal: controller.signal });
    const entry = await settled(answeredWith('data: one'));
    expect(entry.response.content.mimeType).toBe('text/event-stream');
    controller.abort();
  });

  it('notes a binary body by its size and cuts a big text', async () => {
    await (await fetch(`${origin}/image`)).arrayBuffer();
    const image = await settled(
      (one) => one.request.url.endsWith('/image') && one.response.status > 0,
    );
    expect(image.response.content).toEqual({ size: 2048, mimeType: 'image/png' });

    expect((await (await fetch(`${origin}/big`)).text()).length).toBe(1_500_000);
    const big = await settled((one) => one._truncated === true);
    expect(big.response.content.text).toHaveLength(1_000_000);
  });

  it.each<[string, () => unknown, string | undefined]>([
    ['URLSearchParams', () => new URLSearchParams({ a: '1', password: 'x' }), 'a=1&password=x'],
    [
      'FormData',
      () => form(),
      'note=hi&token=secret&file=(file%20a.txt%2C%203%20bytes%2C%20text%2Fplain)',
    ],
    ['bytes', () => new Uint8Array([1, 2, 3]), undefined],
  ])('reads a body of %s', (_, body, text) => {
    expect(requestBody(body(), '')).toMatchObject({ size: text?.length ?? 3 });
    expect((requestBody(body(), '') as Body).text).toBe(text);
  });

  it('looks to the page as it did before', () => {
    expect(fetch.name).toBe('fetch');
    expect(Function.prototype.toString.call(XMLHttpRequest.prototype.open)).not.toContain('trap');
    expect(Object.keys(fetch)).toEqual([]);
  });

  it('survives a page that puts its own fetch in front, or hands over hostile options', async () => {
    const recorded = window.fetch;
    const seen: unknown[] = [];
    window.fetch = (...args) => {
      seen.push(args[0]);
      return recorded(...args);
    };
    await window.fetch(`${origin}/missing`);
    window.fetch = recorded;
    expect(seen).toHaveLength(1);
    expect(entries()[0]).toMatchObject({ response: { status: 404 } });

    const hostile = {
      get headers(): HeadersInit {
        throw new RangeError('trap');
      },
    };
    await expect(fetch(`${origin}/missing`, hostile)).rejects.toThrow('trap');
  });

  it('leaves an iterator of headers to the page', async () => {
    function* headers(): Generator<[string, string]> {
      yield ['X-Once', 'yes'];
    }
    const once = headers();
    await fetch(`${origin}/missing`, { headers: once as unknown as HeadersInit });
    expect(once.next().done).toBe(true);
    expect(entries()[0]?.response.status).toBe(404);
  });

  it('does not record reports on their way', async () => {
    await fetch(`${origin}/api/1/envelope/?sentry_key=k`, {
      signal: AbortSignal.timeout(20),
    }).catch(() => {});
    expect(entries()).toEqual([]);
  });
});

function form(): FormData {
  const data = new FormData();
  data.set('note', 'hi');
  data.set('token', 'secret');
  data.set('file', new File(['abc'], 'a.txt', { type: 'text/plain' }));
  return data;
}

describe('XMLHttpRequest', () => {
  function request(
    method: string,
    path: string,
    prepare?: (xhr: XMLHttpRequest) => void,
    body?: string,
  ) {
    const xhr = new XMLHttpRequest();
    xhr.open(method, origin + path);
    prepare?.(xhr);
    const ended = new Promise<XMLHttpRequest>((resolve) => {
      xhr.addEventListener('loadend', () => resolve(xhr));
    });
    xhr.send(body);
    return { xhr, ended };
  }

  it('is recorded with headers and bodies', async () => {
    const { ended } = request(
      'post',
      '/echo',
      (xhr) => xhr.setRequestHeader('Content-Type', 'text/plain'),
      'hi',
    );
    expect((await ended).responseText).toBe('{"body":"hi"}');
    const entry = await settled(answeredWith('"hi"'));
    expect(entry).toMatchObject({
      _kind: 'xhr',
      request: { method: 'POST', postData: { mimeType: 'text/plain', text: 'hi' } },
      response: { status: 200, content: { mimeType: 'application/json' } },
    });
    expect(entry.request.headers).toEqual([{ name: 'Content-Type', value: 'text/plain' }]);
  });

  it('is read as what the page asked for', async () => {
    const { ended } = request('GET', '/echo', (xhr) => {
      xhr.responseType = 'json';
    });
    expect((await ended).response).toEqual({ body: '' });
    await settled(answeredWith('{"body":""}'));
  });

  it('ends when its body is there, before the page has dealt with it', async () => {
    const dealt = 300;
    const { ended } = request('GET', '/echo', (xhr) => {
      xhr.onload = () => {
        const until = performance.now() + dealt;
        while (performance.now() < until);
      };
    });
    const began = performance.now();
    await ended;
    const whole = performance.now() - began;
    const entry = await settled(answeredWith('{"body":""}'));
    expect(entry.time).toBeLessThan(whole - dealt / 2);
  });

  it('says why there is no response', async () => {
    const { xhr, ended } = request('GET', '/drip');
    xhr.abort();
    await ended;
    expect(entries()[0]).toMatchObject({ _error: 'aborted', response: { status: 0 } });
  });
});
