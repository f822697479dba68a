import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readActions, readConsole, readExchanges, readPage } from '../src/capture/parts';
import { readRecording } from '../src/capture/recording';
import { sampleActions, sampleConsole, sampleNetwork, samplePage } from './sampleCapture';

const damaged: unknown[] = [
  null,
  undefined,
  7,
  'text',
  {},
  [],
  [null],
  [[]],
  [{ at: 'x' }],
  { log: 1 },
];

describe('the parts of a capture', () => {
  it('are read as a recorder sends them', () => {
    expect(readActions(sampleActions(0))).toHaveLength(6);
    expect(readConsole(sampleConsole(0))).toHaveLength(3);
    expect(readExchanges(sampleNetwork(0))).toHaveLength(4);
    expect(readPage(samplePage(0))?.title).toBe('Checkout');
  });

  it.each(damaged)('hold nothing when they are %j', (part) => {
    expect(readActions(part)).toEqual([]);
    expect(readConsole(part)).toEqual([]);
    expect(readExchanges(part)).toEqual([]);
    expect(readPage(part)).toBeUndefined();
  });

  it('keep the sound entries beside damaged ones', () => {
    const lines = [{ at: 1, level: 'log', args: ['a'] }, { at: 2, level: 'log', args: [{}] }, 'x'];
    expect(readConsole(lines)).toHaveLength(1);
    const har = sampleNetwork(0);
    const broken = { log: { ...har.log, entries: [{ _id: 'x' }, ...har.log.entries] } };
    expect(readExchanges(broken)).toHaveLength(4);
  });
});

describe('a recording', () => {
  const path = join(import.meta.dirname, 'samples/replay.json');
  const events = JSON.parse(readFileSync(path, 'utf8')) as { type: number; timestamp: number }[];

  it('starts at its first full picture', () => {
    const early = { type: 3, timestamp: (events[0]?.timestamp ?? 0) - 50, data: { source: 2 } };
    const recording = readRecording([early, ...events]);
    if ('problem' in recording) throw new Error(recording.problem);
    expect(recording.start).toBe(events[0]?.timestamp);
    expect(recording.events).toHaveLength(events.length);
  });

  it.each([...damaged, [{ type: 4, timestamp: 1, data: {} }], events.slice(0, 1)])(
    'that is none is told in words (%#)',
    (part) => {
      expect(readRecording(part)).toHaveProperty('problem');
    },
  );
});
