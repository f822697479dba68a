import { describe, expect, it } from 'vitest';
import { hotfixPath, issuePath, parseRoute, withQuery } from '../src/route/route';

describe('an address', () => {
  it.each([
    ['/', { page: 'issues' }],
    ['/issues', { page: 'issues' }],
    ['/issues/shop-1', { page: 'issue', id: 'shop-1' }],
    ['/captures/ab12', { page: 'capture', id: 'ab12' }],
    ['/hotfixes', { page: 'hotfixes' }],
    ['/hotfixes/hotfix-shop-1-checkout', { page: 'hotfix', id: 'hotfix-shop-1-checkout' }],
    ['/alerts', { page: 'alerts' }],
    ['/settings', { page: 'settings' }],
    ['/settings/more', { page: 'missing' }],
    ['/captures', { page: 'missing' }],
    ['/issues/a/b', { page: 'missing' }],
    ['/issues/%E0%A4%A', { page: 'missing' }],
  ])('%s leads to its page', (path, route) => {
    expect(parseRoute(path)).toEqual(route);
  });

  it('comes back as the id that it was made of, whatever is in it', () => {
    const id = 'a/b?c#d é';
    expect(parseRoute(new URL(issuePath(id), 'http://x').pathname)).toEqual({ page: 'issue', id });
    expect(parseRoute(hotfixPath(id))).toEqual({ page: 'hotfix', id });
  });
});

describe('search parameters', () => {
  it('change one by one and keep the others', () => {
    expect(withQuery('?q=a&state=new', { q: 'b c' })).toBe('?q=b+c&state=new');
  });

  it('leave the address when they are empty', () => {
    expect(withQuery('?q=a', { q: '' })).toBe('');
    expect(withQuery('', { capture: undefined })).toBe('');
  });
});
