// @vitest-environment jsdom
import type { Event } from '@suture/wire/api';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConsoleText } from '../src/capture/entries';
import { Playback } from '../src/capture/playback';
import { SyncedList } from '../src/capture/SyncedList';
import { Flag } from '../src/hotfix/Flag';
import { Stack } from '../src/issue/Stack';
import { IssueLine } from '../src/issues/IssueLine';
import { sampleConsole } from './sampleCapture';
import { event, hotfix, rows } from './sampleIssues';

const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
let root: Root;
let page: HTMLElement;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
});

afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

const show = (node: ReactNode) => act(() => root.render(node));
const one = (selector: string) => {
  const found = page.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
};

describe('captured text', () => {
  it('is text in the list of issues', () => {
    const [row] = rows(1);
    if (!row) throw new Error('the samples are short');
    const issue = { ...row.issue, type: hostile, title: hostile, lastRelease: hostile };
    show(<IssueLine row={{ ...row, issue }} selected={false} onFocus={() => {}} showProject />);
    expect(page.textContent).toContain(hostile);
    expect(page.querySelector('img, script')).toBeNull();
  });

  it('is text in a stack, its code and its reasons', () => {
    const sample: Event = event(0);
    const frame = { ...sample.thrown[0]?.frames[0], file: hostile, function: hostile };
    const thrown = {
      type: hostile,
      value: hostile,
      handled: true,
      frames: [
        {
          line: 1,
          column: 1,
          inApp: true,
          ...frame,
          unmapped: hostile,
          code: { first: 1, lines: [hostile] },
        },
      ],
    };
    show(<Stack event={{ ...sample, thrown: [thrown] }} />);
    expect(page.textContent?.split(hostile).length).toBeGreaterThan(5);
    expect(page.querySelector('img, script')).toBeNull();
  });
});

describe('a list on the capture’s clock', () => {
  const lines = sampleConsole(1_000);
  const playback = new Playback({ start: 1_000, end: 9_000, zero: 1_000, now: 1_000 });
  const list = (
    <SyncedList
      label="Console"
      things={lines}
      playback={playback}
      tone={() => undefined}
      empty="none"
      render={(line, whole) => <ConsoleText line={line} whole={whole} />}
    />
  );

  it('marks the present entry as the clock moves', () => {
    show(list);
    act(() => playback.seek(5_000));
    expect(one('[aria-current=step]').textContent).toContain('cart changed');
    act(() => playback.seek(1_000));
    expect(page.querySelector('[aria-current=step]')).toBeNull();
  });

  it('sets the clock to the entry that is pressed', () => {
    show(list);
    act(() => one('[data-index="2"]').click());
    expect(playback.read().now).toBe(lines[2]?.at);
  });
});

describe('the flag', () => {
  it('says which line lacks the fix and how to bring it there', () => {
    show(<Flag hotfix={hotfix} />);
    expect(one('h2').textContent).toBe('In production, not in develop');
    expect(page.textContent).toContain('git switch develop');
    expect(page.textContent).toContain('git merge --no-ff origin/hotfix-shop-1-checkout');
    expect(page.textContent).toContain('git cherry-pick -x 9d21c7b40e6b');
  });
});
