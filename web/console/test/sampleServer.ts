import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import * as capture from './sampleCapture';
import * as issues from './sampleIssues';
import * as search from './sampleSearch';

// Answers the console's questions from samples while it is being worked on; no part of the build.

const begun = Date.now() - 4 * 60_000;
const samples = new URL('./samples/', import.meta.url);

function replay(): unknown {
  const events = JSON.parse(readFileSync(new URL('replay.json', samples), 'utf8')) as {
    timestamp: number;
  }[];
  return events.map((event) => ({
    ...event,
    timestamp: event.timestamp - capture.recordedAt + begun,
  }));
}

const parts: Record<string, () => unknown> = {
  'replay.json': replay,
  'network.har': () => capture.sampleNetwork(begun),
  'console.json': () => capture.sampleConsole(begun),
  'actions.json': () => capture.sampleActions(begun),
  'page.json': () => capture.samplePage(begun),
};

const me = {
  kind: 'person',
  id: 1,
  name: 'Olga Owner',
  email: 'olga@shop.example',
  role: 'owner',
  scopes: ['failure:read', 'failure:write', 'hotfix:write'],
  local: true,
};

const status = {
  version: '0.1.0',
  backlog: { arrivals: 3, bytes: 18_204, oldestSeconds: 0.42 },
  outcomes: [
    { project: 1, category: 'error', outcome: 'stored', reason: '', count: 19_784 },
    {
      project: 1,
      category: 'transaction',
      outcome: 'filtered',
      reason: 'not used yet',
      count: 402,
    },
    { project: 1, category: 'error', outcome: 'invalid', reason: 'malformed envelope', count: 2 },
  ],
};

function answer(url: URL): unknown {
  const [kind, id, what, name] = url.pathname.split('/').slice(3);
  if (kind === 'projects') return { projects: [issues.project] };
  if (kind === 'status') return status;
  if (kind === 'me' && !id) return me;
  if (kind === 'hotfixes' && id) return issues.hotfixes.find((hotfix) => hotfix.id === id);
  if (kind === 'hotfixes') return { hotfixes: issues.hotfixes };
  if (kind === 'captures' && id === capture.captureId)
    return what === 'parts' ? parts[name ?? '']?.() : capture.sampleCapture(begun);
  if (kind === 'search') return search.language;
  if (kind === 'tags') return id ? search.values(id) : search.tags;
  if (kind === 'events') return { events: search.events() };
  if (kind === 'issues' && id === 'facets') return search.facets;
  if (kind === 'issues' && !id) return page(url.searchParams);
  if (kind === 'issues' && what === 'events') return issues.event(begun);
  if (kind === 'issues' && id === 'shop-1') return issues.detail(begun);
  return undefined;
}

function page(params: URLSearchParams) {
  const query = params.get('q') ?? '';
  const words = query
    .replace(/!?[\w.]+:("[^"]*"|\S+)/g, '')
    .trim()
    .toLowerCase();
  const state = /(?:^| )is:(\w+)/.exec(query)?.[1];
  const matching = issues
    .rows(32)
    .filter(({ issue }) => !words || issue.title.toLowerCase().includes(words))
    .filter(({ issue }) => !state || state === 'unresolved' || issue.state === state);
  const from = Number(params.get('before') || 0);
  const next = from + 25;
  return {
    issues: matching.slice(from, next),
    ...(next < matching.length && { next: String(next) }),
    ...(from === 0 && { total: matching.length }),
  };
}

const notFound = {
  error: { code: 'notFound', message: 'The samples have no such thing.', remedy: 'Try shop-1.' },
};

function respond(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const url = new URL(request.url ?? '/', 'http://samples');
  if (!url.pathname.startsWith('/api/v1/')) {
    next();
    return;
  }
  if (url.pathname.endsWith('/parts/screenshot.png')) {
    response.setHeader('Content-Type', 'image/png');
    response.end(readFileSync(new URL('screenshot.png', samples)));
    return;
  }
  const body = answer(url);
  response.statusCode = body === undefined ? 404 : 200;
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(body ?? notFound));
}

export function sampleServer(): Plugin {
  return {
    name: 'sample-server',
    configureServer: (server) => void server.middlewares.use(respond),
    configurePreviewServer: (server) => void server.middlewares.use(respond),
  };
}
