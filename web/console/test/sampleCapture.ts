import type { Capture } from '@suture/wire/api';
import type { Action, ConsoleEntry, Har, HarEntry, Page } from '@suture/wire/capture';

/** When the recording under samples/ begins, on the clock of the page that was recorded. */
export const recordedAt = 1795442898427;

export const captureId = '7c1e4b2a9d3f4e5f8a6b7c8d9e0f1a2b';
export const failureAfter = 5_090;

const parts: [name: string, mediaType: string, bytes: number][] = [
  ['replay.json', 'application/json', 10_821],
  ['network.har', 'application/json', 4_210],
  ['console.json', 'application/json', 1_204],
  ['actions.json', 'application/json', 980],
  ['page.json', 'application/json', 850],
  ['screenshot.png', 'image/png', 23_873],
];

export function sampleCapture(start: number): Capture {
  return {
    id: captureId,
    project: 1,
    issue: 'shop-1',
    title: 'Checkout does nothing',
    note: 'I emptied the cart in another tab, came back and pressed Checkout.\nTwice. <b>Nothing.</b>',
    at: new Date(start + failureAfter).toISOString(),
    received: new Date(start + failureAfter + 900).toISOString(),
    recorder: 'suture.extension',
    parts: parts.map(([name, mediaType, bytes]) => ({ name, mediaType, bytes, blob: `x/${name}` })),
  };
}

export function sampleActions(start: number): Action[] {
  const button = { tag: 'button', role: 'button', name: 'Checkout', css: '#pay', testId: 'pay' };
  const email = { tag: 'input', role: 'textbox', name: 'Email', css: '#email' };
  return [
    { at: start + 10, kind: 'navigate', url: 'https://shop.example/checkout?step=2' },
    { at: start + 980, kind: 'click', target: email, x: 760, y: 230 },
    { at: start + 1_900, kind: 'input', target: email, value: '••••••••••••••••' },
    { at: start + 2_500, kind: 'key', target: email, key: 'Tab' },
    { at: start + 5_030, kind: 'click', target: button, x: 800, y: 400 },
    { at: start + 7_010, kind: 'click', target: button, x: 800, y: 400 },
  ];
}

export function sampleConsole(start: number): ConsoleEntry[] {
  return [
    { at: start + 40, level: 'info', args: ['shop 1.4.2 started', '{"locale":"en-GB"}'] },
    { at: start + 3_700, level: 'warn', args: ['cart changed in another tab'], count: 3 },
    {
      at: start + failureAfter,
      level: 'error',
      args: ["Uncaught TypeError: Cannot read properties of undefined (reading 'sku')"],
      stack: 'at placeOrder (https://shop.example/assets/index-B2x.js:1:48211)',
    },
  ];
}

interface ExchangeSample {
  id: string;
  at: number;
  method: string;
  url: string;
  status: number;
  response: string;
  request?: string;
}

export function exchange({
  id,
  at,
  method,
  url,
  status,
  response,
  request,
}: ExchangeSample): HarEntry {
  return {
    _id: id,
    _at: at,
    _kind: 'fetch',
    startedDateTime: new Date(at).toISOString(),
    time: 84,
    cache: {},
    timings: { send: 1, wait: 70, receive: 13 },
    request: {
      method,
      url,
      httpVersion: 'HTTP/2',
      headers: [
        { name: 'accept', value: 'application/json' },
        { name: 'authorization', value: '[redacted]' },
        ...(request ? [{ name: 'content-type', value: 'application/json' }] : []),
      ],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: request?.length ?? 0,
      ...(request && { postData: { mimeType: 'application/json', text: request } }),
    },
    response: {
      status,
      statusText: status === 0 ? '' : status < 400 ? 'OK' : 'Conflict',
      httpVersion: 'HTTP/2',
      headers: [{ name: 'content-type', value: 'application/json' }],
      cookies: [],
      redirectURL: '',
      headersSize: -1,
      bodySize: response.length,
      content: { size: response.length, mimeType: 'application/json', text: response },
    },
    ...(status === 0 && { _error: 'Failed to fetch' }),
  };
}

export function sampleNetwork(start: number): Har {
  const base = 'https://shop.example/api';
  const entries = [
    exchange({
      id: 'x1',
      at: start + 60,
      method: 'GET',
      url: `${base}/session`,
      status: 200,
      response: '{"user":"u-31","locale":"en-GB"}',
    }),
    exchange({
      id: 'x2',
      at: start + 3_600,
      method: 'POST',
      url: `${base}/cart`,
      status: 200,
      request: '{"cart":"c-9","coupon":"SPRING"}',
      response: '{"id":"c-9","items":[],"total":{"amount":0,"currency":"EUR"},"expired":true}',
    }),
    exchange({
      id: 'x3',
      at: start + 5_200,
      method: 'POST',
      url: `${base}/orders?source=checkout`,
      status: 409,
      request: '{"cart":"c-9"}',
      response: '{"error":"the cart is empty"}',
    }),
    exchange({
      id: 'x4',
      at: start + 5_400,
      method: 'GET',
      url: `${base}/recommendations`,
      status: 0,
      response: '',
    }),
  ];
  return { log: { version: '1.2', creator: { name: 'suture', version: '0.1.0' }, entries } };
}

export function samplePage(start: number): Page {
  return {
    url: 'https://shop.example/checkout?step=2',
    title: 'Checkout',
    viewport: { width: 1180, height: 720, scale: 2 },
    userAgent: 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 Chrome/152.0.0.0 Safari/537.36',
    language: 'en-GB',
    timeZone: 'Europe/Lisbon',
    release: 'shop@1.4.2',
    environment: 'production',
    window: { from: start, to: start + 7_900 },
    storage: { local: ['cart', 'theme'], session: ['step'], cookies: ['consent'] },
    recorder: { name: 'suture.extension', version: '0.1.0' },
    coverage: {
      redacted: 4,
      truncatedBodies: 1,
      dropped: 0,
      notes: ['WebSocket messages are not captured.', 'A canvas on the page was not recorded.'],
    },
  };
}
