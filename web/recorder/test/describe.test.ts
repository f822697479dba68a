import { expect, it, describe as suite } from 'vitest';
import { describe } from '../src/describe';

suite('describe', () => {
  const circular: Record<string, unknown> = { name: 'loop' };
  circular.self = circular;
  let asked = 0;
  const watched = {
    plain: 1,
    get dear() {
      asked++;
      return 'never read';
    },
  };
  const hostile = new Proxy(
    {},
    {
      ownKeys() {
        throw new Error('no');
      },
      getPrototypeOf() {
        throw new Error('no');
      },
    },
  );

  it.each<[unknown, string]>([
    ['as it is', 'as it is'],
    [undefined, 'undefined'],
    [null, 'null'],
    [-0, '-0'],
    [10n, '10n'],
    [Symbol('s'), 'Symbol(s)'],
    [function name() {}, '[function name]'],
    [{ a: [1, 'two', undefined] }, '{"a":[1,"two","[undefined]"]}'],
    [circular, '{"name":"loop","self":"[circular]"}'],
    [new Map([['k', { v: 1 }]]), '{"[map]":[["k",{"v":1}]]}'],
    [new Set([1]), '{"[set]":[1]}'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [new Date(Number.NaN), 'Invalid Date'],
    [/x/g, '/x/g'],
    [new Uint8Array(4), '[bytes 4]'],
    [{ n: Number.NaN, toJSON: () => 'lie' }, '{"n":"NaN","toJSON":"[function toJSON]"}'],
    [Object.create(null), '{}'],
    [JSON.parse('{"__proto__":{"x":1}}'), '{"__proto__":{"x":1}}'],
  ])('writes %s', (value, text) => {
    expect(describe(value)).toBe(text);
  });

  it('survives what throws at every touch', () => {
    expect(describe(hostile)).toBe('[unreadable]');
    expect(describe({ inner: hostile })).toBe('[unreadable]');
  });

  it('reads no getter', () => {
    expect(describe(watched)).toBe('{"plain":1,"dear":"[getter]"}');
    expect(asked).toBe(0);
  });

  it('writes the start tag of an element, not what was typed into it', () => {
    document.body.innerHTML = '<input id="i" type="text" value="typed">';
    expect(describe(document.querySelector('input'))).toBe('<input id="i" type="text">');
  });

  it('writes an error with its stack and its causes', () => {
    const text = describe(new Error('outer', { cause: new TypeError('inner') }));
    expect(text).toMatch(/Error: outer\n\s+at [\s\S]*Caused by: TypeError: inner\n\s+at /);
  });

  it('stays bounded for what is huge, deep or wide', () => {
    const wide = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, i) => [`key${i}`, 'x'.repeat(50)]),
    );
    let deep: unknown = 'end';
    for (let i = 0; i < 10_000; i++) deep = { deep };
    const set = new Set(Array.from({ length: 100_000 }, (_, i) => i));
    for (const value of [wide, deep, set, new Array(1e6).fill('y'.repeat(100)), 'z'.repeat(1e6)]) {
      expect(describe(value).length).toBeLessThan(11_000);
    }
  });
});
