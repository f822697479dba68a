import type { Page } from '@suture/wire/capture';
import { type Coverage, noted } from './coverage';
import { cut } from './describe';
import { quietly } from './natives';
import type { Redactor } from './redact';
import { VERSION } from './version';

export interface PageOptions {
  readonly name: Page['recorder']['name'];
  readonly release?: string | undefined;
  readonly environment?: string | undefined;
  /** Called when a capture is taken: what the site knows of its state. */
  readonly context?: (() => PageContext) | undefined;
}

/** Feature flags and who is signed in; both as simple values. */
export interface PageContext {
  readonly flags?: Readonly<Record<string, Simple>>;
  readonly user?: Readonly<Record<string, Simple>>;
}

type Simple = string | number | boolean | null;

const MAX_NAMES = 200;

export function pageFacts(
  options: PageOptions,
  redactor: Redactor,
  coverage: Coverage,
  held: Page['window'],
): Page {
  noteFrames(coverage);
  const page: Page = {
    url: redactor.url(location.href),
    viewport: { width: innerWidth, height: innerHeight, scale: devicePixelRatio || 1 },
    userAgent: navigator.userAgent,
    window: held,
    storage: {
      local: names(() => Object.keys(localStorage), redactor),
      session: names(() => Object.keys(sessionStorage), redactor),
      cookies: names(cookieNames, redactor),
    },
    clock: { epoch: held.from, timeOrigin: performance.timeOrigin },
    colorScheme: prefers('color-scheme: dark') ? 'dark' : 'light',
    reducedMotion: prefers('reduced-motion: reduce'),
    recorder: { name: options.name, version: VERSION },
    coverage,
  };
  const add = (
    key: 'title' | 'referrer' | 'language' | 'timeZone' | 'release' | 'environment',
    value?: string,
  ) => {
    if (value) page[key] = value;
  };
  add('title', cut(redactor.text(document.title), 300));
  add('referrer', redactor.url(document.referrer));
  add('language', navigator.language);
  if (navigator.languages?.length > 0) page.languages = navigator.languages.slice(0, 20);
  add('timeZone', Intl.DateTimeFormat().resolvedOptions().timeZone);
  add('release', options.release || pageRelease());
  add('environment', options.environment);
  addContext(page, options, redactor);
  return page;
}

function addContext(page: Page, { context }: PageOptions, redactor: Redactor): void {
  quietly(() => {
    const { flags, user } = context?.() ?? {};
    const simple = (values: object, safe: (text: string) => string) =>
      Object.fromEntries(
        Object.entries(values)
          .slice(0, MAX_NAMES)
          .map(([name, value]) => [
            name,
            typeof value === 'string' ? safe(cut(value, 500)) : describedSimply(value),
          ]),
      );
    if (flags) page.flags = simple(flags, (text) => redactor.scalar(text));
    // Whatever says who someone is, is a secret.
    if (user) page.user = simple(user, (text) => redactor.secret(text));
  });
}

function describedSimply(value: unknown): Simple {
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function prefers(what: string): boolean {
  return window.matchMedia?.(`(prefers-${what})`).matches ?? false;
}

/** The release as the page itself names it. */
function pageRelease(): string | undefined {
  const page = window as { SUTURE_RELEASE?: unknown; SENTRY_RELEASE?: { id?: unknown } };
  const meta = document.querySelector('meta[name=release]')?.getAttribute('content');
  for (const release of [page.SUTURE_RELEASE, page.SENTRY_RELEASE?.id, meta]) {
    if (typeof release === 'string' && release) return release.slice(0, 200);
  }
  return undefined;
}

function cookieNames(): string[] {
  return document.cookie.split(';').map((pair) => pair.split('=')[0]?.trim() ?? '');
}

/** Sandboxed pages refuse access to storage: then there are no names. */
function names(read: () => string[], redactor: Redactor): string[] {
  try {
    return [...new Set(read())]
      .filter(Boolean)
      .slice(0, MAX_NAMES)
      .map((name) => cut(redactor.values(name), 200));
  } catch {
    return [];
  }
}

function noteFrames(coverage: Coverage): void {
  let same = 0;
  let foreign = 0;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentDocument) same++;
    else foreign++;
  }
  if (same > 0) {
    noted(coverage, `${same} frame(s): their console, requests and errors were not recorded.`);
  }
  if (foreign > 0) noted(coverage, `${foreign} frame(s) of another origin were not recorded.`);
}
