import { describe, expect, it } from 'vitest';
import { slugOf } from '../src/project/NewProjectPage';
import { explain } from '../src/project/reasons';
import { snippetOf } from '../src/project/sdks';
import { stackOf } from '../src/project/stack';
import { parseRoute, projectSettingsPath } from '../src/route/route';

describe('the address of a project’s settings', () => {
  it('leads to the section that it names', () => {
    expect(parseRoute(projectSettingsPath('shop', 'keys'))).toEqual({
      page: 'projectSettings',
      slug: 'shop',
      section: 'keys',
    });
    expect(parseRoute('/projects/shop/settings')).toEqual({
      page: 'projectSettings',
      slug: 'shop',
      section: 'general',
    });
    expect(parseRoute('/projects/new')).toEqual({ page: 'newProject' });
    expect(parseRoute('/projects/shop/other')).toEqual({ page: 'missing' });
    expect(parseRoute('/projects/shop/settings/keys/more')).toEqual({ page: 'missing' });
  });
});

describe('a slug from a name', () => {
  it('is lower-case letters, digits and dashes and begins with a letter', () => {
    expect(slugOf('Web shop')).toBe('web-shop');
    expect(slugOf('3 Bäume & Co.')).toBe('ba-ume-co');
    expect(slugOf('  ')).toBe('');
    expect(slugOf('x'.repeat(60))).toHaveLength(40);
  });
});

describe('columns of outcomes', () => {
  it('add up the categories of each outcome', () => {
    const series = [
      { category: 'event', outcome: 'stored', reason: '', total: 3, counts: [1, 2] },
      { category: 'session', outcome: 'stored', reason: '', total: 4, counts: [4, 0] },
      { category: 'event', outcome: 'limited', reason: 'spike', total: 5, counts: [0, 5] },
    ] as const;
    expect(
      stackOf(
        series.map((each) => ({ ...each, counts: [...each.counts] })),
        ['stored', 'limited'],
      ),
    ).toEqual([
      { parts: [5, 0], total: 5 },
      { parts: [2, 5], total: 7 },
    ]);
    expect(stackOf([], ['stored'])).toEqual([]);
  });

  it('say what a reason means, and something for one that is new', () => {
    expect(explain('limited', 'spike')).toContain('spike');
    expect(explain('filtered', 'a new one')).toBe('Not wanted by a rule.');
  });
});

describe('snippets', () => {
  it('carry the parts of the DSN', () => {
    const dsn = 'http://00112233445566778899aabbccddeeff@localhost:7878/3';
    expect(snippetOf('browser', dsn)).toContain(dsn);
    expect(snippetOf('bugsnag', dsn)).toContain("notify: 'http://localhost:7878/notify'");
    expect(snippetOf('otlp', dsn)).toContain('http://localhost:7878/api/3/otlp');
  });
});
