import type { Capture } from '@suture/wire/api';
import type { Action, ConsoleEntry, HarEntry, Page } from '@suture/wire/capture';
import { useMemo } from 'react';
import { usePart } from '../api/queries';
import { readActions, readConsole, readExchanges, readPage } from './parts';
import { type Recording, readRecording } from './recording';

/** The parts of a capture, as far as they are there and sound. */
export interface Parts {
  /** Undefined while it is on its way. */
  recording: Recording | { problem: string } | undefined;
  actions: Action[];
  exchanges: HarEntry[];
  lines: ConsoleEntry[];
  page: Page | undefined;
  pending: boolean;
  error: unknown;
  retry: () => void;
}

export function useParts(capture: Capture): Parts {
  const has = (name: string) => capture.parts.some((part) => part.name === name);
  const hasReplay = has('replay.json');
  const replay = usePart<unknown>(capture.id, 'replay.json', hasReplay);
  const actions = usePart<unknown>(capture.id, 'actions.json', has('actions.json'));
  const network = usePart<unknown>(capture.id, 'network.har', has('network.har'));
  const lines = usePart<unknown>(capture.id, 'console.json', has('console.json'));
  const page = usePart<unknown>(capture.id, 'page.json', has('page.json'));
  const all = [replay, actions, network, lines, page];

  const recording = useMemo(() => {
    if (!hasReplay) return { problem: 'This capture came without a recording of the page.' };
    if (replay.error) return { problem: 'The recording could not be read.' };
    return replay.data === undefined ? undefined : readRecording(replay.data);
  }, [hasReplay, replay.data, replay.error]);

  return {
    recording,
    actions: useMemo(() => inOrder(readActions(actions.data)), [actions.data]),
    exchanges: useMemo(() => readExchanges(network.data).sort(byStart), [network.data]),
    lines: useMemo(() => inOrder(readConsole(lines.data)), [lines.data]),
    page: useMemo(() => readPage(page.data), [page.data]),
    pending: all.some((query) => query.isLoading),
    error: all.find((query) => query.error)?.error,
    retry: () => {
      for (const query of all) if (query.error) query.refetch();
    },
  };
}

const byStart = (one: HarEntry, other: HarEntry) => one._at - other._at;

function inOrder<T extends { at: number }>(things: T[]): T[] {
  return things.sort((one, other) => one.at - other.at);
}
