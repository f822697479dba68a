import type { PageContext } from '@suture/recorder';

export interface Options {
  /** Where captures go; copy it from the project's settings. */
  dsn: string;
  /** The version of the page that runs, as its source maps were uploaded under. */
  release?: string;
  environment?: string;
  /** Send a capture by itself on an uncaught error or unhandled rejection. On unless `false`. */
  captureErrors?: boolean;
  /** More names whose values never leave the page, beside the well-known ones. */
  redactKeys?: string[];
  /** Seed `Math.random` and `crypto.randomUUID`, so that a run of the capture draws the same. */
  seedRandom?: boolean;
  /** Called when a capture is taken: the feature flags, and who is signed in. */
  context?: () => PageContext;
}

export interface ReportText {
  title?: string;
  note?: string;
}
