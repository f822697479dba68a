import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isTyping } from '../app/keys';
import { Notice } from '../ui/Notice';
import { PlayerControls } from './PlayerControls';
import type { Playback } from './playback';
import type { Recording } from './recording';
import { RemotePlayer } from './remotePlayer';
import type { Entry } from './timeline';

interface PlayerProps {
  recording: Recording;
  playback: Playback;
  marks: readonly Entry[];
  failureAt: number | undefined;
}

const buildWithin = 6_000;
const step = 5_000;

/** The recorded page, rebuilt in a frame of another origin where none of its scripts run, with its controls. */
export function Player({ recording, playback, marks, failureAt }: PlayerProps) {
  const stage = useRef<HTMLDivElement>(null);
  const trouble = useReplayer(stage, recording, playback);

  const press = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const { now } = playback.read();
    if (event.key === ' ' && !hasSpaceOfItsOwn(event.target)) playback.toggle();
    else if (event.key === 'ArrowLeft') playback.seek(now - step);
    else if (event.key === 'ArrowRight') playback.seek(now + step);
    else if (event.key === 'e' && failureAt !== undefined) playback.seek(failureAt);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the controls inside
    <div className="player" onKeyDown={press}>
      <div className="stage">
        <div className="stage-page" ref={stage} aria-hidden="true" />
        {trouble && (
          <Notice tone="warning" title="The recording cannot be played.">
            <p>{trouble}</p>
          </Notice>
        )}
        <button
          type="button"
          className="stage-click"
          aria-label="Play or pause the recording"
          onClick={() => playback.toggle()}
        />
      </div>
      <PlayerControls playback={playback} marks={marks} failureAt={failureAt} />
    </div>
  );
}

const hasSpaceOfItsOwn = (target: EventTarget) =>
  target instanceof HTMLButtonElement ||
  (target instanceof HTMLInputElement && target.type === 'checkbox');

/** Loads the player, gives it the recording and fits it to its stage; in words what went wrong. */
function useReplayer(
  stage: React.RefObject<HTMLDivElement | null>,
  recording: Recording,
  playback: Playback,
): string | undefined {
  const [trouble, setTrouble] = useState<string>();

  useEffect(() => {
    const root = stage.current;
    if (!root) return;
    let built = false;
    const observer = new ResizeObserver(() => fit(root));
    const late = window.setTimeout(() => {
      if (!built) setTrouble('The page in it could not be rebuilt; it may be damaged.');
    }, buildWithin);

    const player = new RemotePlayer(root, recording.events);
    player.listen((told) => {
      if (told.kind === 'broken') setTrouble('It does not have the form that the player reads.');
      if (told.kind === 'built') {
        built = true;
        setTrouble(undefined);
      }
      if (told.kind === 'size') {
        root.dataset.size = `${told.width} ${told.height}`;
        fit(root);
      }
    });
    playback.attach(player);
    observer.observe(root);

    return () => {
      window.clearTimeout(late);
      observer.disconnect();
      playback.detach();
      player.destroy();
    };
  }, [stage, recording, playback]);

  return trouble;
}

/** Scales the rebuilt page so that the whole of it is seen, in the middle of the stage. */
function fit(root: HTMLElement): void {
  const [width, height] = (root.dataset.size ?? '').split(' ').map(Number);
  const page = root.querySelector('iframe');
  if (!page || !width || !height) return;
  const scale = Math.min(root.clientWidth / width, root.clientHeight / height);
  const left = (root.clientWidth - width * scale) / 2;
  const top = (root.clientHeight - height * scale) / 2;
  page.style.width = `${width}px`;
  page.style.height = `${height}px`;
  page.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
}
