import { clockTime } from '../ui/time';
import type { Playback } from './playback';
import type { Entry } from './timeline';
import { useMoment } from './usePlayback';

interface SeekBarProps {
  playback: Playback;
  marks: readonly Entry[];
}

/** Where the recording is, with a mark for each action, failed request and error. */
export function SeekBar({ playback, marks }: SeekBarProps) {
  const length = Math.max(playback.end - playback.start, 1);
  const now = useMoment(playback, (moment) => Math.round(moment.now));
  const at = now - playback.start;
  return (
    <div className="seek">
      <div className="seek-marks" aria-hidden="true">
        {marks.map((mark) => (
          <button
            key={mark.id}
            type="button"
            tabIndex={-1}
            className="seek-mark"
            data-kind={mark.kind}
            style={{
              left: `${(100 * Math.min(Math.max(mark.at - playback.start, 0), length)) / length}%`,
            }}
            title={mark.text.slice(0, 200)}
            onClick={() => playback.seek(mark.at)}
          />
        ))}
      </div>
      <input
        type="range"
        min={0}
        max={length}
        step={100}
        value={at}
        aria-label="Position in the recording"
        aria-valuetext={`${clockTime(now - playback.zero)} of ${clockTime(playback.end - playback.zero)}`}
        style={{ '--at': `${(100 * at) / length}%` } as React.CSSProperties}
        onChange={(event) => playback.seek(playback.start + Number(event.target.value))}
      />
    </div>
  );
}
