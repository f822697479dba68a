// @vitest-environment jsdom
import type { FeedbackLine, HealthBucket } from '@suture/wire/api';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { describe, expect, it } from 'vitest';
import { FeedbackLines } from '../src/feedback/FeedbackLines';
import { columns, crashFree } from '../src/release/chart';
import { HealthChart } from '../src/release/HealthChart';
import { seconds } from '../src/release/MonitorsPanel';
import { percent, points, toneOf } from '../src/release/share';
import { parseRoute, releasePath } from '../src/route/route';

const now = Date.parse('2026-11-20T10:20:00Z');
const bucket = (at: string, sessions: number, crashed: number): HealthBucket => ({
  from: at,
  tally: { sessions, errored: 1, unhandled: 0, crashed, abnormal: 0 },
  users: 1,
  crashedUsers: 0,
});

describe('a share', () => {
  it.each([
    [undefined, '–'],
    [1, '100 %'],
    [0, '0 %'],
    [0.999999, '99.99 %'],
    [0.9954, '99.54 %'],
    [0.9, '90.0 %'],
    [0.00001, '0.1 %'],
  ])('%s reads %s', (share, text) => expect(percent(share)).toBe(text));

  it.each([
    [undefined, undefined],
    [0.0001, undefined],
    [0.004, '+0.40'],
    [-0.025, '−2.5'],
  ])('a change of %s reads %s', (change, text) => expect(points(change)).toBe(text));

  it('has a tone', () => {
    expect([undefined, 1, 0.99, 0.5].map(toneOf)).toEqual(['neutral', 'good', 'warning', 'danger']);
  });
});

describe('the chart', () => {
  it('has a column for every hour, and the last hour in the last one', () => {
    const made = columns([bucket('2026-11-20T10:00:00Z', 5, 2)], 24, now);
    expect(made).toHaveLength(24);
    expect(made.at(-1)).toMatchObject({ sessions: 5, crashed: 2, errored: 1 });
    expect(made.slice(0, -1).every(({ sessions }) => sessions === 0)).toBe(true);
  });

  it('joins hours where they would be too many', () => {
    const made = columns(
      [bucket('2026-11-20T09:00:00Z', 5, 1), bucket('2026-11-20T10:00:00Z', 5, 1)],
      24 * 30,
      now,
    );
    expect(made).toHaveLength(60);
    expect(made.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(10);
  });

  it('never reads more than the whole', () => {
    const column = { from: 0, sessions: 2, errored: 0, crashed: 3 };
    expect(crashFree(column)).toBe(0);
    expect(crashFree({ ...column, sessions: 0 })).toBeUndefined();
  });

  it('is read column by column with the arrow keys', () => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    const page = document.createElement('div');
    document.body.append(page);
    const root = createRoot(page);
    const from = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000).toISOString();
    act(() => root.render(<HealthChart series={[bucket(from, 8, 2)]} hours={24} />));
    const slider = page.querySelector<HTMLElement>('[role="slider"]');
    act(() => {
      slider?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
    });
    expect(slider?.getAttribute('aria-valuetext')).toContain('8 sessions');
    expect(page.textContent).toContain('75.0 % crash-free');
    act(() => root.unmount());
  });
});

describe('feedback', () => {
  it('is text, whatever it looks like', () => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    const hostile = '<img src=x onerror="alert(1)">';
    const line: FeedbackLine = {
      issue: 'shop-1',
      feedback: {
        id: 'a'.repeat(32),
        at: '2026-11-20T10:00:00Z',
        message: hostile,
        name: hostile,
        email: hostile,
        url: 'javascript:alert(1)',
        release: hostile,
        source: hostile,
        files: [],
      },
    };
    const page = document.createElement('div');
    const root = createRoot(page);
    act(() => root.render(<FeedbackLines project="shop" lines={[line]} showIssue />));
    expect(page.textContent).toContain(hostile);
    expect(page.querySelector('img')).toBeNull();
    expect(page.querySelector('a[href^="javascript"]')).toBeNull();
    act(() => root.unmount());
  });
});

describe('addresses of releases', () => {
  it.each(['shop@1.4.0', 'a/b', 'ü %', '..'])('lead to %s and back', (version) => {
    expect(parseRoute(releasePath('shop', version))).toEqual({
      page: 'release',
      project: 'shop',
      version,
    });
  });

  it('know how long a job took', () => {
    expect(['PT12.5S', 'PT1M', 'PT1H0M3S', undefined, 'x'].map(seconds)).toEqual([
      12.5,
      60,
      3603,
      undefined,
      undefined,
    ]);
  });
});
