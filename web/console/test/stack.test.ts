import type { Frame, Thrown } from '@suture/wire/api';
import { describe, expect, it } from 'vitest';
import { foldFrames, position, stackText, unmappedReasons } from '../src/issue/stack';

const frame = (name: string, inApp: boolean, more: Partial<Frame> = {}): Frame => ({
  function: name,
  file: `${name}.ts`,
  line: 3,
  column: 7,
  inApp,
  ...more,
});

const shape = (frames: Frame[]) =>
  foldFrames(frames).map((group) =>
    group.kind === 'frame' ? group.frame.function : group.frames.length,
  );

describe('folding a stack', () => {
  it('keeps frames of the application open and folds neighbours of libraries into one', () => {
    const frames = [
      frame('lib', false),
      frame('mine', true),
      frame('a', false),
      frame('b', false),
      frame('top', true),
    ];
    expect(shape(frames)).toEqual([1, 'mine', 2, 'top']);
  });

  it('opens the frame that threw where none is of the application', () => {
    expect(shape([frame('a', false), frame('b', false), frame('c', false)])).toEqual(['a', 2]);
  });

  it('has nothing to show of an empty stack', () => {
    expect(foldFrames([])).toEqual([]);
  });
});

describe('a stack as text', () => {
  const thrown: Thrown[] = [
    { type: 'Error', value: 'outer', handled: false, frames: [frame('pay', true)] },
    { type: 'TypeError', value: 'inner', handled: true, frames: [frame('', false)] },
  ];

  it('tells the chain from the top to its cause', () => {
    expect(stackText(thrown)).toBe(
      'Error: outer\n    at pay (pay.ts:3:7)\nCaused by: TypeError: inner\n    at <anonymous> (.ts:3:7)',
    );
  });

  it('tells each reason for a missing map once', () => {
    const reason = { unmapped: 'No map was uploaded.' };
    const frames = [frame('a', true, reason), frame('b', true, reason), frame('c', true)];
    expect(unmappedReasons([{ type: 'E', value: '', handled: true, frames }])).toEqual([
      'No map was uploaded.',
    ]);
  });
});

describe('a position', () => {
  it('leaves out what is unknown', () => {
    expect(position({ file: 'a.ts', line: 2, column: 0 })).toBe('a.ts:2');
    expect(position({ file: 'a.ts', line: 0, column: 9 })).toBe('a.ts');
    expect(position({ file: '', line: 1, column: 1 })).toBe('<unknown>:1:1');
  });
});
