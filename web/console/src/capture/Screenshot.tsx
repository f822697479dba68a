import { useRef, useState } from 'react';
import { Icon } from '../ui/Icon';

/** The picture that was taken with the report; a press opens it large. */
export function Screenshot({ src }: { src: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [broken, setBroken] = useState(false);
  if (broken) return <p className="muted">The screenshot cannot be shown; it may be damaged.</p>;
  return (
    <>
      <button
        type="button"
        className="screenshot"
        onClick={() => dialog.current?.showModal()}
        aria-label="Open the screenshot large"
      >
        <img src={src} alt="The page when the report was sent" onError={() => setBroken(true)} />
      </button>
      <dialog ref={dialog} className="dialog dialog-wide" aria-label="Screenshot">
        <header>
          <h2>Screenshot</h2>
          <a className="button button-quiet" href={src} target="_blank" rel="noreferrer">
            Open alone
          </a>
          <form method="dialog">
            <button type="submit" className="icon-button" aria-label="Close">
              <Icon name="close" />
            </button>
          </form>
        </header>
        <img src={src} alt="The page when the report was sent" />
      </dialog>
    </>
  );
}
