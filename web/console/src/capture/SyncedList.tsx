import { type ReactNode, useRef, useState } from 'react';
import { Icon } from '../ui/Icon';
import { clockTime } from '../ui/time';
import type { Playback } from './playback';
import { currentIndex } from './timeline';
import { useFollow } from './useFollow';
import { useMoment } from './usePlayback';

interface SyncedListProps<T extends { at: number }> {
  label: string;
  things: readonly T[];
  playback: Playback;
  render: (thing: T, chosen: boolean) => ReactNode;
  tone: (thing: T) => string | undefined;
  onChoose?: (thing: T) => void;
  empty: string;
}

const most = 2_000;

/** A list on the capture's clock: the present entry is marked and kept in view, a click goes there. */
export function SyncedList<T extends { at: number }>(props: SyncedListProps<T>) {
  const { label, things, playback, render, tone, onChoose, empty } = props;
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(-1);
  const current = useMoment(playback, (moment) => currentIndex(things, moment.now));
  const { following, resume } = useFollow(list, current);

  const choose = (thing: T, index: number) => {
    setChosen(index === chosen && !onChoose ? -1 : index);
    playback.seek(thing.at);
    onChoose?.(thing);
  };

  if (things.length === 0) return <p className="list-empty">{empty}</p>;
  return (
    <div className="synced">
      <div className="synced-list" ref={list}>
        <ol aria-label={label}>
          {things.slice(0, most).map((thing, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a capture never changes
            <li key={index}>
              <button
                type="button"
                className="synced-entry"
                data-index={index}
                data-tone={tone(thing)}
                data-passed={index <= current}
                aria-current={index === current ? 'step' : undefined}
                onClick={() => choose(thing, index)}
              >
                <span className="synced-time">{clockTime(thing.at - playback.zero, true)}</span>
                {render(thing, index === chosen)}
              </button>
            </li>
          ))}
        </ol>
        {things.length > most && (
          <p className="list-empty">
            The first {most} of {things.length} are listed; the part itself holds all.
          </p>
        )}
      </div>
      {!following && (
        <button type="button" className="button follow-button" onClick={resume}>
          <Icon name="follow" size={14} /> Follow the player
        </button>
      )}
    </div>
  );
}
