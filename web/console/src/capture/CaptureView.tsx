import type { Capture } from '@suture/wire/api';
import { useEffect, useMemo, useState } from 'react';
import { partPath } from '../api/queries';
import { pageKey } from '../app/keys';
import { Guard } from '../ui/Guard';
import { Failure, Notice } from '../ui/Notice';
import { Tabs } from '../ui/Tabs';
import { ActionText, ConsoleText, TimelineText } from './entries';
import { failed } from './exchange';
import { Network } from './Network';
import { PageFacts } from './PageFacts';
import { Player } from './Player';
import { Playback } from './playback';
import { Screenshot } from './Screenshot';
import { SyncedList } from './SyncedList';
import { type Failure as CapturedFailure, mergeTimeline } from './timeline';
import { useParts } from './useParts';

type View = 'timeline' | 'console' | 'network' | 'actions';

interface CaptureViewProps {
  capture: Capture;
  failure: CapturedFailure | undefined;
}

/** One capture: the player, and beside it everything else on the same clock. */
export function CaptureView({ capture, failure }: CaptureViewProps) {
  const parts = useParts(capture);
  const { recording, actions, exchanges, lines, page } = parts;
  const [view, setView] = useState<View>('timeline');
  const timeline = useMemo(
    () => mergeTimeline({ actions, exchanges, console: lines, failure }),
    [actions, exchanges, lines, failure],
  );
  const marks = useMemo(
    () =>
      timeline.filter(
        (entry) => entry.kind !== 'console' && (entry.kind !== 'exchange' || entry.tone),
      ),
    [timeline],
  );
  const playback = usePlaybackOf(parts, timeline, failure?.at);
  useSpace(playback);
  const screenshot = capture.parts.find((part) => part.name.startsWith('screenshot.'));

  const tabs = [
    { name: 'timeline', label: 'Timeline', count: timeline.length },
    {
      name: 'console',
      label: 'Console',
      count: lines.length,
      alarm: lines.some((line) => line.level === 'error'),
    },
    { name: 'network', label: 'Network', count: exchanges.length, alarm: exchanges.some(failed) },
    { name: 'actions', label: 'Actions', count: actions.length },
  ] as const;

  return (
    <>
      {parts.error && <Failure error={parts.error} onRetry={parts.retry} />}
      <div className="capture-view">
        <Guard what="The recording">
          {recording && !('problem' in recording) ? (
            <Player
              key={capture.id}
              recording={recording}
              playback={playback}
              marks={marks}
              failureAt={failure?.at}
            />
          ) : (
            <div className="player">
              <div className="stage">
                {recording && (
                  <Notice tone="info" title="There is nothing to play.">
                    <p>{recording.problem}</p>
                  </Notice>
                )}
              </div>
              <div className="controls" />
            </div>
          )}
        </Guard>
        <Tabs label="The capture" tabs={tabs} selected={view} onSelect={setView}>
          <Guard what="This list" key={view}>
            {view === 'timeline' && (
              <SyncedList
                label="Timeline"
                things={timeline}
                playback={playback}
                tone={(entry) => entry.tone}
                empty={parts.pending ? 'Loading…' : 'Nothing was captured in this time.'}
                render={(entry, whole) => <TimelineText entry={entry} whole={whole} />}
              />
            )}
            {view === 'console' && (
              <SyncedList
                label="Console"
                things={lines}
                playback={playback}
                tone={(line) =>
                  line.level === 'error' ? 'bad' : line.level === 'warn' ? 'warn' : undefined
                }
                empty="The page wrote nothing to the console in this time."
                render={(line, whole) => <ConsoleText line={line} whole={whole} />}
              />
            )}
            {view === 'network' && <Network exchanges={exchanges} playback={playback} />}
            {view === 'actions' && (
              <SyncedList
                label="Actions"
                things={actions}
                playback={playback}
                tone={() => undefined}
                empty="Nobody did anything on the page in this time."
                render={(action, whole) => <ActionText action={action} whole={whole} />}
              />
            )}
          </Guard>
        </Tabs>
      </div>
      <div className="capture-rest">
        {screenshot && (
          <section className="capture-shot">
            <h3>Screenshot</h3>
            <Screenshot key={capture.id} src={partPath(capture.id, screenshot.name)} />
          </section>
        )}
        {page && <PageFacts page={page} />}
      </div>
    </>
  );
}

const before = 2_000;

/** The clock of the capture; it starts a little before the failure. */
function usePlaybackOf(
  { recording, page }: ReturnType<typeof useParts>,
  timeline: readonly { at: number }[],
  failureAt: number | undefined,
): Playback {
  const playable = recording && !('problem' in recording) ? recording : undefined;
  const zero = timeline[0]?.at ?? playable?.start ?? 0;
  const start = playable?.start ?? Math.min(page?.window.from ?? zero, zero);
  const end = playable?.end ?? page?.window.to ?? timeline.at(-1)?.at ?? start;
  return useMemo(() => {
    const now = failureAt === undefined ? start : failureAt - before;
    return new Playback({ start, end, zero, now });
  }, [start, end, zero, failureAt]);
}

/** The space bar plays and pauses from anywhere on the page where it means nothing else. */
function useSpace(playback: Playback): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (pageKey(event) !== ' ' || event.target !== document.body) return;
      event.preventDefault();
      playback.toggle();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [playback]);
}
