import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chainOf, exceptions, type Failure, recordErrors } from '../src/errors';
import { Redactor } from '../src/redact';
import { Ring } from '../src/ring';

describe('recordErrors', () => {
  let ring: Ring<Failure>;
  let undo: () => void;
  const told: Failure[] = [];

  beforeEach(() => {
    told.length = 0;
    ring = new Ring({ age: 120_000, entries: 10, bytes: 1e6 });
    undo = recordErrors(ring, () => (failure) => void told.push(failure));
  });
  afterEach(() => undo());

  const last = () => exceptions(ring.last as Failure, new Redactor());

  it('notes an uncaught error with its frames, before the page can stop the event', () => {
    const stop = (event: Event) => event.stopImmediatePropagation();
    window.addEventListener('error', stop);
    const error = new TypeError('no price');
    window.dispatchEvent(
      new ErrorEvent('error', { error, message: 'Uncaught TypeError: no price' }),
    );
    window.removeEventListener('error', stop);
    expect(last()).toMatchObject([
      { type: 'TypeError', value: 'no price', mechanism: { type: 'onerror', handled: false } },
    ]);
    expect(last()[0]?.stacktrace?.frames.at(-1)?.filename).toContain('errors.test');
    expect(told).toHaveLength(1);
  });

  it('puts causes before what they caused', () => {
    const error = new Error('outer', { cause: new RangeError('inner', { cause: 'deepest' }) });
    window.dispatchEvent(new ErrorEvent('error', { error, message: 'x' }));
    expect(last().map(({ type, value }) => `${type}: ${value}`)).toEqual([
      'Cause: deepest',
      'RangeError: inner',
      'Error: outer',
    ]);
    expect(last()[1]?.mechanism).toEqual({ type: 'chained', handled: true, source: 'cause' });
  });

  it('stops at a cause that causes itself', () => {
    const error = new Error('loop');
    error.cause = error;
    expect(chainOf(error)).toHaveLength(1);
  });

  it('makes do with what a browser says of another origin’s script', () => {
    window.dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }));
    expect(last()).toEqual([
      { type: 'Error', value: 'Script error.', mechanism: { type: 'onerror', handled: false } },
    ]);
  });

  it('takes the place from the event when what was thrown has no stack', () => {
    window.dispatchEvent(
      new ErrorEvent('error', {
        message: 'Uncaught oops',
        error: 'oops',
        filename: 'https://a.test/a.js',
        lineno: 3,
        colno: 5,
      }),
    );
    expect(last()).toMatchObject([
      {
        type: 'NonError',
        value: 'oops',
        stacktrace: { frames: [{ filename: 'https://a.test/a.js', lineno: 3, colno: 5 }] },
      },
    ]);
  });

  it.each([
    [{ code: 7, password: 'x' }, 'NonError', '{"code":7,"password":"[redacted]"}'],
    [undefined, 'NonError', 'undefined'],
    [new DOMException('gone', 'AbortError'), 'AbortError', 'gone'],
  ])('notes the rejection %j', (reason, type, value) => {
    const event = Object.assign(new Event('unhandledrejection'), { reason });
    window.dispatchEvent(event);
    expect(last()).toMatchObject([{ type, value, mechanism: { type: 'onunhandledrejection' } }]);
  });

  it('survives an error whose every property throws', () => {
    const hostile = new Proxy(new Error('x'), {
      get() {
        throw new Error('trap');
      },
    });
    window.dispatchEvent(new ErrorEvent('error', { error: hostile, message: 'x' }));
    expect(ring.length).toBe(0);
  });

  it('takes no failed picture for an error of the page', () => {
    window.dispatchEvent(new Event('error'));
    expect(ring.length).toBe(0);
  });
});
