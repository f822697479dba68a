import { describe, expect, it } from 'vitest';
import { captureOf } from '../../recorder/test/parts';
import { withCarry } from '../src/carryover';
import { screenshotOf } from '../src/delivery';
import { isCarry, isPageQuestion } from '../src/messages';

describe('withCarry', () => {
  const previous = captureOf({ window: { from: 900_000, to: 1_000_000 } });
  previous.parts.actions = [
    { at: 930_000, kind: 'click' },
    { at: 990_000, kind: 'submit' },
  ];

  it('puts what the page before kept in front, as far as the window reaches', () => {
    const joined = withCarry(captureOf(), previous);
    expect(joined.parts.actions).toEqual([{ at: 990_000, kind: 'submit' }]);
    expect(joined.parts.page.window).toEqual({ from: 940_000, to: 1_060_000 });
  });

  it('keeps sites apart', () => {
    const other = captureOf({ url: 'https://bank.test/' });
    expect(withCarry(other, previous)).toBe(other);
  });

  it('leaves out what is older than the window', () => {
    const later = captureOf({ window: { from: 2_000_000, to: 2_001_000 } });
    expect(withCarry(later, previous)).toBe(later);
  });
});

describe('screenshotOf', () => {
  it('reads a data URL', () => {
    const { type, bytes } = screenshotOf('data:image/png;base64,AQID');
    expect(type).toBe('image/png');
    expect([...bytes]).toEqual([1, 2, 3]);
  });

  it('refuses what is no picture', () => {
    expect(() => screenshotOf('data:text/html;base64,AQID')).toThrow('no picture');
  });
});

describe('messages', () => {
  it('are told apart by their kind, whatever else comes', () => {
    expect(isCarry({ kind: 'carry', capture: '{}' })).toBe(true);
    expect(isPageQuestion({ kind: 'summary' })).toBe(true);
    for (const other of [null, 1, 'carry', {}, { kind: 'carry' }]) {
      expect(isCarry(other)).toBe(false);
      expect(isPageQuestion(other)).toBe(false);
    }
  });
});
