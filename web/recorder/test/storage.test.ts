import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toJson } from '../src/databases';
import { now } from '../src/natives';
import { Redactor } from '../src/redact';
import { StorageLog } from '../src/storage';

describe('StorageLog', () => {
  let log: StorageLog;

  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    localStorage.setItem('basket', '{"items":1,"password":"canary"}');
    localStorage.setItem('auth-token', 'canary');
    log = new StorageLog(60_000);
  });
  afterEach(() => {
    log.stop();
    vi.useRealTimers();
  });

  it('tells what stood there at the start, not what the page made of it, and no secret', () => {
    log.start();
    localStorage.setItem('basket', 'later');
    const state = log.at(now(), new Redactor());
    expect(state?.local.map(({ name }) => name)).toEqual(['basket', 'auth-token']);
    expect(state?.local[0]?.value).toContain('"items":1');
    expect(JSON.stringify(state)).not.toContain('canary');
    expect(state).not.toHaveProperty('truncated');
  });

  it('leaves out what is too big, and says so', () => {
    localStorage.setItem('huge', 'x'.repeat(200_000));
    log.start();
    const state = log.at(now(), new Redactor());
    expect(state?.local.map(({ name }) => name)).toEqual(['basket', 'auth-token']);
    expect(state?.truncated).toBe(true);
  });
});

describe('toJson', () => {
  it.each<[unknown, string | undefined]>([
    [{ a: [1, 'two', null, true] }, '{"a":[1,"two",null,true]}'],
    [{ at: new Date(5) }, '{"at":{"$date":5}}'],
    [{ bytes: new Uint8Array(3) }, undefined],
    [new Map(), undefined],
    [Number.NaN, undefined],
  ])('of %o', (value, json) => {
    expect(toJson(value)).toBe(json);
  });
});
