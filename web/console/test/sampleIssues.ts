import type { Event, Hotfix, Issue, IssueDetail, IssueRow, Project } from '@suture/wire/api';
import { captureId, failureAfter, sampleCapture } from './sampleCapture';

const minute = 60_000;
const hour = 60 * minute;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();

export const project: Project = {
  id: 1,
  slug: 'shop',
  name: 'Needle & Thread',
  repository: 'https://git.example/shop.git',
  lines: { production: 'master', develop: 'develop' },
  dsn: 'http://7f0a1c52d4e8433c9f2b6f0b5d1a9e31@127.0.0.1:8080/1',
  issues: 4,
  live: {
    id: 3,
    project: 'shop',
    environment: 'production',
    release: 'shop@1.4.2',
    commit: '4a4f6d2c0a6f0f4f8c4b1f6f8f0f1d2e3c4b5a69',
    kind: 'normal',
    at: ago(26 * hour),
  },
};

export const hotfix: Hotfix = {
  id: 'hotfix-shop-1-checkout',
  issue: 'shop-1',
  project: 'shop',
  state: 'shipped',
  base: '4a4f6d2c0a6f0f4f8c4b1f6f8f0f1d2e3c4b5a69',
  baseIs: 'live in production since deployment 3 (shop@1.4.2)',
  head: '9d21c7b40e6b11ac3a1f5f60b2a1c9d8e7f60514',
  commits: [
    {
      id: '9d21c7b40e6b11ac3a1f5f60b2a1c9d8e7f60514',
      subject: 'Ask for items before the first of them is read',
      author: 'Mira',
      at: ago(40 * minute),
    },
  ],
  lines: [
    {
      line: 'production',
      branch: 'master',
      presence: 'merged',
      evidence: 'The head of the hotfix is an ancestor of master.',
    },
    {
      line: 'develop',
      branch: 'develop',
      presence: 'missing',
      evidence: 'No commit on develop has the same patch as 9d21c7b40e6b.',
    },
  ],
  flagged: true,
  started: ago(70 * minute),
  checked: ago(2 * minute),
};

export const hotfixes: Hotfix[] = [
  hotfix,
  {
    ...hotfix,
    id: 'hotfix-shop-3-search-index',
    issue: 'shop-3',
    state: 'planned',
    flagged: false,
    head: hotfix.base,
    commits: [],
    lines: [],
    problem:
      'The repository https://git.example/shop.git does not answer. Check the address and try again.',
  },
];

const first: Issue = {
  id: 'shop-1',
  project: 'shop',
  number: 1,
  type: 'TypeError',
  title: "TypeError: Cannot read properties of undefined (reading 'sku')",
  culprit: { file: 'src/Checkout.tsx', line: 24, function: 'placeOrder' },
  level: 'error',
  platform: 'javascript',
  state: 'new',
  since: ago(25 * hour),
  firstSeen: ago(25 * hour),
  lastSeen: ago(4 * minute),
  events: 1_284,
  users: 211,
  captures: 1,
  firstRelease: 'shop@1.4.2',
  lastRelease: 'shop@1.4.2',
  lastEvent: captureId,
  fingerprint: {
    grouping: '2026-1',
    hash: '00112233445566778899aabbccddeeff',
    parts: ['TypeError', 'src/Checkout.tsx placeOrder', 'src/Checkout.tsx onClick'],
  },
};

const others: Partial<Issue>[] = [
  {
    type: 'ChunkLoadError',
    title:
      'ChunkLoadError: Loading chunk 418 failed after the deployment of a new version of the shop while tabs were open',
    culprit: { file: 'src/routes.ts', line: 8, function: 'load' },
    level: 'warning',
    state: 'regressed',
    events: 96,
    users: 80,
  },
  {
    type: 'java.lang.IllegalStateException',
    title: 'java.lang.IllegalStateException: index is being rebuilt',
    culprit: { file: 'com/example/search/Index.java', line: 211, function: 'read' },
    level: 'fatal',
    platform: 'java',
    state: 'ongoing',
    events: 18_402,
    users: 0,
  },
  {
    type: 'Error',
    title: '<img src=x onerror=alert(1)> is not a voucher',
    level: 'info',
    state: 'resolved',
    events: 2,
    users: 1,
  },
];

const shape = [0, 0, 1, 0, 3, 2, 0, 0, 4, 9, 12, 8, 6, 15, 22, 18, 31, 40, 28, 35, 44, 61, 52, 70];

export function rows(count: number): IssueRow[] {
  return Array.from({ length: count }, (_, index) => {
    if (index === 0)
      return {
        issue: first,
        perHour: shape,
        hotfix: { id: hotfix.id, state: hotfix.state, flagged: hotfix.flagged },
      };
    const { culprit: _culprit, lastRelease: _release, ...base } = first;
    const issue: Issue = {
      ...base,
      ...others[(index - 1) % others.length],
      id: `shop-${index + 1}`,
      number: index + 1,
      captures: index % 4 === 1 ? 3 : 0,
      lastSeen: ago(index * 17 * minute),
      firstSeen: ago(index * 40 * hour),
    };
    return {
      issue,
      perHour: shape
        .map((each, hourIndex) => ((each * (index + 3) * (hourIndex + 5)) % 29) - 4)
        .map((each) => Math.max(each, 0)),
      ...(index === 2 && {
        hotfix: { id: 'hotfix-shop-3-search-index', state: 'planned', flagged: false },
      }),
    } satisfies IssueRow;
  });
}

export function event(start: number): Event {
  return {
    id: captureId,
    project: 1,
    at: new Date(start + failureAfter).toISOString(),
    received: new Date(start + failureAfter + 900).toISOString(),
    level: 'error',
    platform: 'javascript',
    release: 'shop@1.4.2',
    environment: 'production',
    thrown: [
      {
        type: 'TypeError',
        value: "Cannot read properties of undefined (reading 'sku')",
        handled: false,
        mechanism: 'onerror',
        frames: [
          {
            function: 'placeOrder',
            file: 'src/Checkout.tsx',
            line: 24,
            column: 31,
            inApp: true,
            code: {
              first: 21,
              lines: [
                'async function placeOrder(cart: Cart): Promise<Order> {',
                "  setState('sending');",
                '  // The total is asked for again: a coupon may have run out.',
                '  const gift = giftFor(cart.items[0].sku);',
                '  const order = await post<Order>(`/api/orders?source=checkout`, { cart: cart.id, gift, locale: navigator.language });',
                "  setState('done');",
                '  return order;',
              ],
            },
            built: {
              file: 'https://shop.example/assets/index-B2x.js',
              function: 'n',
              line: 1,
              column: 48211,
            },
          },
          {
            function: 'onClick',
            file: 'src/Checkout.tsx',
            line: 58,
            column: 12,
            inApp: true,
            code: {
              first: 57,
              lines: ['    <button', '      onClick={() => placeOrder(cart)}', '    >'],
            },
          },
          ...['callCallback', 'invokeGuardedCallback', 'dispatchEvent'].map((name, index) => ({
            function: name,
            file: 'node_modules/react-dom/cjs/react-dom.production.js',
            line: 4000 + index,
            column: 3,
            inApp: false,
            module: 'react-dom',
            unmapped: 'No source map was uploaded for https://shop.example/assets/vendor-9c1.js.',
          })),
        ],
      },
    ],
    user: { id: 'u-31' },
    request: { method: 'GET', url: 'https://shop.example/checkout?step=2', headers: {} },
    tags: { browser: 'Chrome 152', os: 'Linux', locale: 'en-GB', experiment: 'checkout-b' },
    breadcrumbs: [
      { at: ago(5 * minute), category: 'navigation', level: 'info', message: '/cart → /checkout' },
      { at: ago(5 * minute), category: 'ui.click', level: 'info', message: 'button#pay' },
    ],
    debugFiles: [],
    sdk: { name: 'suture.extension', version: '0.1.0' },
    report: { title: 'Checkout does nothing' },
    details: { fingerprint: [], contexts: {}, extra: {}, sender: 'anonymousKey' },
  };
}

export function detail(start: number): IssueDetail {
  return {
    issue: first,
    kept: 61,
    event: event(start),
    events: Array.from({ length: 12 }, (_, index) => ({
      id: index === 0 ? captureId : `${(index * 7919 + 40961).toString(16)}${captureId.slice(4)}`,
      at: ago((4 + index * 3) * minute),
      release: 'shop@1.4.2',
      environment: index % 4 === 3 ? 'staging' : 'production',
      ...(index % 3 === 0 && { user: `u-${31 + index}` }),
      captured: index === 0,
    })),
    captures: [sampleCapture(start)],
    releases: [
      { value: 'shop@1.4.2', events: 1_210 },
      { value: 'shop@1.4.1', events: 74 },
    ],
    environments: [
      { value: 'production', events: 1_190 },
      { value: 'staging', events: 94 },
    ],
    perHour: shape,
    hotfixes: [hotfix],
  };
}
