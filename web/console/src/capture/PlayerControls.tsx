import { Icon } from '../ui/Icon';
import { clockTime } from '../ui/time';
import { type Playback, speeds } from './playback';
import { SeekBar } from './SeekBar';
import type { Entry } from './timeline';
import { useMoment } from './usePlayback';

interface PlayerControlsProps {
  playback: Playback;
  marks: readonly Entry[];
  failureAt: number | undefined;
}

export function PlayerControls({ playback, marks, failureAt }: PlayerControlsProps) {
  const playing = useMoment(playback, (moment) => moment.playing);
  const speed = useMoment(playback, (moment) => moment.speed);
  const skipIdle = useMoment(playback, (moment) => moment.skipIdle);
  return (
    <div className="controls">
      <SeekBar playback={playback} marks={marks} />
      <div className="controls-row">
        <button
          type="button"
          className="icon-button play"
          aria-label={playing ? 'Pause' : 'Play'}
          onClick={() => playback.toggle()}
        >
          <Icon name={playing ? 'pause' : 'play'} size={18} />
        </button>
        <PlayerTime playback={playback} />
        {failureAt !== undefined && (
          <button
            type="button"
            className="button button-quiet"
            onClick={() => playback.seek(failureAt)}
            title="Go to the error (e)"
          >
            <Icon name="warning" size={14} /> To the error
          </button>
        )}
        <span className="spring" />
        <label className="check">
          <input
            type="checkbox"
            checked={skipIdle}
            onChange={(event) => playback.setSkipIdle(event.target.checked)}
          />
          Skip idle
        </label>
        <label className="select select-small">
          <span className="hidden">Speed</span>
          <select value={speed} onChange={(event) => playback.setSpeed(Number(event.target.value))}>
            {speeds.map((each) => (
              <option key={each} value={each}>
                {each}×
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}

function PlayerTime({ playback }: { playback: Playback }) {
  const tenth = useMoment(playback, (moment) => Math.floor(moment.now / 100));
  return (
    <span className="player-time">
      {clockTime(tenth * 100 - Math.floor(playback.zero / 100) * 100, true)}
      <span> / {clockTime(playback.end - playback.zero, true)}</span>
    </span>
  );
}
