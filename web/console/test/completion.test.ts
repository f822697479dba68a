import { describe, expect, it } from 'vitest';
import { complete, type Sources, spotAt, suggest } from '../src/search/completion';
import { addTerm, pieces, quoted, removeTerm, setKey, term, toggleTerm } from '../src/search/terms';

const sources: Sources = {
  keys: [
    { name: 'is', meaning: 'state of the issue' },
    { name: 'firstSeen', meaning: 'when the issue was first seen' },
    { name: 'assigned', meaning: 'whom the issue is assigned to' },
    { name: 'has', meaning: 'whether events have the tag' },
  ],
  states: [
    { name: 'unresolved', meaning: 'neither resolved nor archived' },
    { name: 'resolved', meaning: 'resolved' },
  ],
  tags: [
    { name: 'release', events: 9 },
    { name: 'browser', events: 8 },
    { name: 'my:tag', events: 1 },
  ],
  projects: ['shop', 'blog'],
  values: [{ value: 'Chrome 126', events: 1204 }],
};

/** The labels for a query in which a bar stands for the caret. */
function labels(marked: string): string[] {
  const caret = marked.indexOf('|');
  return suggest(spotAt(marked.replace('|', ''), caret), sources).map(({ label }) => label);
}

/** The query after the first suggestion is taken, with the caret. */
function taken(marked: string): string {
  const caret = marked.indexOf('|');
  const query = marked.replace('|', '');
  const spot = spotAt(query, caret);
  const [first] = suggest(spot, sources);
  if (!first) throw new Error('there is no suggestion');
  const done = complete(query, spot, first);
  return `${done.query.slice(0, done.caret)}|${done.query.slice(done.caret)}`;
}

describe('what is suggested', () => {
  it('is every name where nothing is written', () => {
    expect(labels('|')).toEqual([
      'is:',
      'firstSeen:',
      'assigned:',
      'has:',
      'release:',
      'browser:',
      'my:tag:',
    ]);
    expect(labels('is:resolved |')).toHaveLength(7);
  });

  it('is what begins with the letters, then what has them inside', () => {
    expect(labels('s|')).toEqual([
      'is:',
      'firstSeen:',
      'assigned:',
      'has:',
      'release:',
      'browser:',
    ]);
    expect(labels('rel|')).toEqual(['release:']);
    expect(labels('!bro|')).toEqual(['browser:']);
    expect(labels('(is:resolved bro|')).toEqual(['browser:']);
  });

  it('are the values behind a colon', () => {
    expect(labels('is:|')).toEqual(['unresolved', 'resolved']);
    expect(labels('is:res|')).toEqual(['resolved', 'unresolved']);
    expect(labels('firstSeen:-2|')).toEqual(['-24h']);
    expect(labels('assigned:|')).toEqual(['me', 'none']);
    expect(labels('has:rel|')).toEqual(['release']);
    expect(labels('browser:Chr|')).toEqual(['Chrome 126']);
    expect(labels('release:|')).toEqual(['latest', 'Chrome 126']);
    expect(labels('issue:|')).toEqual([]);
  });

  it('knows the prefix in quotes and in lists', () => {
    expect(spotAt('browser:"Chrome 1', 17)).toMatchObject({ name: 'browser', prefix: 'Chrome 1' });
    expect(spotAt('browser:[Safari, Chr]', 20)).toMatchObject({ from: 17, to: 20, prefix: 'Chr' });
    expect(spotAt('"my:tag":x', 10)).toMatchObject({ name: 'my:tag', prefix: 'x' });
  });
});

describe('taking a suggestion', () => {
  it('leaves the caret behind the colon of a name', () => {
    expect(taken('rel|')).toBe('release:|');
    expect(taken('!rel| is:new')).toBe('!release:| is:new');
    expect(taken('my|')).toBe('"my:tag":|');
  });

  it('puts a blank behind a value, and quotes where they are needed', () => {
    expect(taken('is:unre|')).toBe('is:unresolved |');
    expect(taken('browser:Chr|')).toBe('browser:"Chrome 126" |');
    expect(taken('browser:"Chrome 1|" is:new')).toBe('browser:"Chrome 126"| is:new');
    expect(taken('browser:[Safari, Chr|]')).toBe('browser:[Safari, "Chrome 126"|]');
  });
});

describe('terms', () => {
  it('are cut at blanks outside of quotes and lists', () => {
    expect(pieces(' a:"b c"  d:[e, f] "g \\" h" ').map(({ text }) => text)).toEqual([
      'a:"b c"',
      'd:[e, f]',
      '"g \\" h"',
    ]);
  });

  it('are quoted when they would be read as something else', () => {
    expect(quoted('1.2.0')).toBe('1.2.0');
    expect(quoted('shop@1.4.0')).toBe('shop@1.4.0');
    expect(quoted('https://shop.example/a')).toBe('https://shop.example/a');
    expect(quoted('a "b" *')).toBe('"a \\"b\\" \\*"');
    expect(quoted('')).toBe('""');
    expect(term('my:tag', '-1')).toBe('"my:tag":"-1"');
  });

  it('are added once, turned round and taken out', () => {
    const once = addTerm('is:new', term('browser', 'Chrome 126'));
    expect(once).toBe('is:new browser:"Chrome 126"');
    expect(addTerm(once, term('browser', 'Chrome 126'))).toBe(once);
    expect(toggleTerm(once, 'browser', 'Chrome 126', false)).toBe('is:new');
    expect(toggleTerm(once, 'browser', 'Chrome 126', true)).toBe('is:new !browser:"Chrome 126"');
    expect(removeTerm('a b a', 'a')).toBe('b');
    expect(setKey('is:new cart', 'is', 'resolved')).toBe('is:resolved cart');
    expect(setKey('is:new cart', 'is', undefined)).toBe('cart');
  });
});
