import { describe } from './describe';
import { now, quietly } from './natives';
import type { Redactor } from './redact';
import type { Ring } from './ring';
import { type Frame, parseStack } from './stack';

/** One link of a chain of causes, the thrown value first. */
export interface ThrownValue {
  type: string;
  message: string;
  stack: string;
}

export interface Failure {
  at: number;
  mechanism: 'onerror' | 'onunhandledrejection';
  chain: ThrownValue[];
  /** Where the browser says it happened, for values that carry no stack. */
  place?: { file: string; line: number; column: number };
}

/** An exception in Sentry's words. */
export interface SentryException {
  type: string;
  value: string;
  mechanism: { type: string; handled: boolean; source?: string };
  stacktrace?: { frames: Frame[] };
}

export type OnFailure = (failure: Failure) => void;

const MAX_CHAIN = 6;
const MAX_MESSAGE = 5000;
const MAX_STACK = 30_000;

/** Listens to uncaught errors and unhandled rejections, before the page's own listeners can stop them. */
export function recordErrors(
  ring: Ring<Failure>,
  onFailure: () => OnFailure | undefined,
): () => void {
  const note = (failure: Failure) => {
    const bytes = failure.chain.reduce(
      (sum, { stack, message }) => sum + stack.length + message.length,
      200,
    );
    ring.push(failure, failure.at, 2 * bytes);
    onFailure()?.(failure);
  };
  const onError = (event: ErrorEvent) => {
    if (!(event instanceof ErrorEvent)) return;
    quietly(() => note(uncaught(event)));
  };
  const onRejection = (event: PromiseRejectionEvent) => {
    quietly(() =>
      note({ at: now(), mechanism: 'onunhandledrejection', chain: chainOf(rejected(event)) }),
    );
  };
  window.addEventListener('error', onError, true);
  window.addEventListener('unhandledrejection', onRejection, true);
  return () => {
    window.removeEventListener('error', onError, true);
    window.removeEventListener('unhandledrejection', onRejection, true);
  };
}

/** Promise libraries put the reason into `detail`. */
function rejected(event: Event): unknown {
  const { reason, detail } = event as { reason?: unknown; detail?: { reason?: unknown } };
  return 'reason' in event ? reason : detail?.reason;
}

function uncaught(event: ErrorEvent): Failure {
  const thrown = event.error as unknown;
  const failure: Failure = { at: now(), mechanism: 'onerror', chain: [] };
  if (event.filename) {
    failure.place = { file: event.filename, line: event.lineno, column: event.colno };
  }
  if (thrown === null || thrown === undefined) {
    const [, type = 'Error', message = event.message] =
      /^(?:Uncaught )?([A-Z]\w*Error): ([\s\S]*)$/.exec(event.message) ?? [];
    failure.chain = [{ type, message: message.slice(0, MAX_MESSAGE), stack: '' }];
  } else {
    failure.chain = chainOf(thrown);
  }
  return failure;
}

export function chainOf(thrown: unknown): ThrownValue[] {
  const chain: ThrownValue[] = [];
  const seen = new Set<unknown>();
  let value = thrown;
  while (chain.length < MAX_CHAIN && !seen.has(value)) {
    seen.add(value);
    chain.push(thrownValue(value, chain.length === 0));
    if (!(value instanceof Error) || value.cause === undefined || value.cause === null) break;
    value = value.cause;
  }
  return chain;
}

function thrownValue(value: unknown, outermost: boolean): ThrownValue {
  if (isErrorLike(value)) {
    const type = typeof value.name === 'string' && value.name ? value.name : 'Error';
    const stack = typeof value.stack === 'string' ? value.stack.slice(0, MAX_STACK) : '';
    return { type, message: String(value.message ?? '').slice(0, MAX_MESSAGE), stack };
  }
  const type = outermost ? 'NonError' : 'Cause';
  return { type, message: describe(value, MAX_MESSAGE), stack: '' };
}

function isErrorLike(value: unknown): value is Error {
  if (value instanceof Error) return true;
  // An error of another frame, or a DOMException where that is no Error.
  return typeof value === 'object' && value !== null && 'message' in value && 'stack' in value;
}

/** Sentry lists causes before what they caused: the thrown value comes last. */
export function exceptions(
  failure: Failure,
  redactor: Redactor,
  ownScript?: string,
): SentryException[] {
  return failure.chain
    .map((link, depth) => {
      const exception: SentryException = {
        type: redactor.text(link.type).slice(0, 200),
        value: redactor.text(link.message),
        mechanism:
          depth === 0
            ? { type: failure.mechanism, handled: false }
            : { type: 'chained', handled: true, source: 'cause' },
      };
      const all = depth === 0 ? framesOf(failure, link) : parseStack(link.stack);
      const frames = ownScript ? all.filter(({ filename }) => filename !== ownScript) : all;
      if (frames.length > 0) {
        for (const frame of frames) frame.filename = redactor.url(frame.filename);
        exception.stacktrace = { frames };
      }
      return exception;
    })
    .reverse();
}

function framesOf({ place }: Failure, { stack }: ThrownValue): Frame[] {
  const frames = parseStack(stack);
  if (frames.length > 0 || !place) return frames;
  return parseStack(`?@${place.file}:${place.line}:${place.column}`);
}

export function messageOf(failure: Failure): string {
  const thrown = failure.chain[0];
  return thrown ? `${thrown.type}: ${thrown.message}` : '';
}
