import { describe, expect, it } from 'vitest';
import { debugImages } from '../src/debugids';
import { parseStack } from '../src/stack';

const app = { in_app: true };

describe('parseStack', () => {
  it('reads a stack of Chromium, outermost call first', () => {
    const stack = [
      "TypeError: Cannot read properties of undefined (reading 'price')",
      '    at Checkout.total [as sum] (https://shop.test/assets/app-1a2b.js:12:345)',
      '    at async Object.pay (https://shop.test/assets/app-1a2b.js:10:7)',
      '    at new Cart (webpack-internal:///./src/cart.ts:3:9)',
      '    at https://shop.test/inline:1:2',
      '    at Array.map (<anonymous>)',
      '    at eval (eval at run (https://shop.test/e.js:5:6), <anonymous>:1:1)',
      '    at chrome-extension://abcdef/content.js:1:1',
    ].join('\n');
    expect(parseStack(stack).reverse()).toEqual([
      {
        function: 'Checkout.total',
        filename: 'https://shop.test/assets/app-1a2b.js',
        lineno: 12,
        colno: 345,
        ...app,
      },
      {
        function: 'pay',
        filename: 'https://shop.test/assets/app-1a2b.js',
        lineno: 10,
        colno: 7,
        ...app,
      },
      {
        function: 'new Cart',
        filename: 'webpack-internal:///./src/cart.ts',
        lineno: 3,
        colno: 9,
        ...app,
      },
      { filename: 'https://shop.test/inline', lineno: 1, colno: 2, ...app },
      { function: 'Array.map', filename: '<anonymous>', in_app: false },
      { function: 'eval', filename: 'https://shop.test/e.js', lineno: 5, colno: 6, ...app },
      { filename: 'chrome-extension://abcdef/content.js', lineno: 1, colno: 1, in_app: false },
    ]);
  });

  it('reads a stack of Firefox', () => {
    const stack = [
      'total@https://shop.test/app.js:12:34',
      'pay/<@https://shop.test/app.js:10:7',
      'async*click@https://shop.test/app.js:9:1',
      '@https://shop.test/app.js:1:1',
      'run@https://shop.test/e.js line 5 > eval:1:1',
    ].join('\n');
    expect(parseStack(stack).reverse()).toEqual([
      { function: 'total', filename: 'https://shop.test/app.js', lineno: 12, colno: 34, ...app },
      { function: 'pay', filename: 'https://shop.test/app.js', lineno: 10, colno: 7, ...app },
      { function: 'click', filename: 'https://shop.test/app.js', lineno: 9, colno: 1, ...app },
      { filename: 'https://shop.test/app.js', lineno: 1, colno: 1, ...app },
      { function: 'run', filename: 'https://shop.test/e.js', lineno: 5, ...app },
    ]);
  });

  it('reads a stack of Safari', () => {
    const stack = [
      'total@https://shop.test/app.js:12:34',
      'map@[native code]',
      'global code@https://shop.test/app.js:1:1',
      'https://shop.test/other.js',
    ].join('\n');
    expect(parseStack(stack).reverse()).toEqual([
      { function: 'total', filename: 'https://shop.test/app.js', lineno: 12, colno: 34, ...app },
      { function: 'map', filename: '[native code]', in_app: false },
      { filename: 'https://shop.test/app.js', lineno: 1, colno: 1, ...app },
    ]);
  });

  it('is bounded, and finds nothing in what is no stack', () => {
    expect(parseStack('at the end of the day')).toEqual([]);
    expect(parseStack('')).toEqual([]);
    expect(parseStack('    at f (https://a.test/a.js:1:1)\n'.repeat(1000))).toHaveLength(50);
  });

  it('marks libraries as not ours', () => {
    const [frame] = parseStack('    at f (https://a.test/node_modules/react/index.js:1:1)');
    expect(frame?.in_app).toBe(false);
  });
});

describe('debugImages', () => {
  it('gives each file its debug ID by the innermost frame', () => {
    const id = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
    const stack = 'Error\n    at https://a.test/app.js:1:2\n    at https://a.test/loader.js:1:2';
    expect(debugImages({ _sentryDebugIds: { [stack]: id, bad: 'no uuid' } })).toEqual([
      { type: 'sourcemap', code_file: 'https://a.test/app.js', debug_id: id },
    ]);
    expect(debugImages({})).toEqual([]);
  });
});
