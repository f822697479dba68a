import type { Capture } from '@suture/wire/api';
import { useEffect, useMemo } from 'react';
import { partPath } from '../api/queries';
import { pageKey } from '../app/keys';
import { Guard } from '../ui/Guard';
import { Failure, Notice } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { CaptureLists } from './CaptureLists';
import { PageFacts } from './PageFacts';
import { Player } from './Player';
import { Playback } from './playback';
import { Screenshot } from './Screenshot';
import { type Failure as CapturedFailure, mergeTimeline } from './timeline';
import { type Parts, useParts } from './useParts';

interface CaptureViewProps {
  capture: Capture;
  failure: CapturedFailure | undefined;
}

/** One capture: the player, and beside it everything else on the same clock. */
export function CaptureView({ capture, failure }: CaptureViewProps) {
  const parts = useParts(capture);
  const { recording, actions, exchanges, lines, page } = parts;
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
            <EmptyPlayer problem={recording?.problem} />
          )}
        </Guard>
        <CaptureLists parts={parts} timeline={timeline} playback={playback} />
      </div>
      <div className="capture-rest">
        {screenshot && (
          <section className="capture-shot">
            <h3>Screenshot</h3>
            <Screenshot key={capture.id} src={partPath(capture.id, screenshot.name)} />
          </section>
        )}
        {page ? <PageFacts page={page} /> : parts.pending && <Skeleton height={250} />}
      </div>
    </>
  );
}

/** The player's place while there is nothing to play, and why. */
function EmptyPlayer({ problem }: { problem: string | undefined }) {
  return (
    <div className="player">
      <div className="stage">
        {problem ? (
          <Notice tone="info" title="There is nothing to play.">
            <p>{problem}</p>
          </Notice>
        ) : (
          <p className="muted" role="status">
            Loading the recording…
          </p>
        )}
      </div>
      <div className="controls" />
    </div>
  );
}

const before = 2_000;

/** The clock of the capture; it starts a little before the failure. */
function usePlaybackOf(
  { recording, page }: Parts,
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
