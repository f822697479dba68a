import { useEffect, useRef } from 'react';
import { navigate } from '../route/location';
import { Icon } from '../ui/Icon';
import { pageKey } from './keys';

const shortcuts: readonly [keys: string[], what: string][] = [
  [['/'], 'Search the issues'],
  [['j', 'k'], 'Next and previous issue'],
  [['Enter'], 'Open the selected issue'],
  [['x'], 'Choose the selected issue for an action'],
  [['g', 'i'], 'Go to the issues'],
  [['g', 'e'], 'Go to the events'],
  [['g', 'h'], 'Go to the hotfixes'],
  [['g', 's'], 'Go to the settings'],
  [['r'], 'Resolve the issue, or open it again'],
  [['a'], 'Archive the issue until it escalates'],
  [['m'], 'Assign the issue'],
  [['c'], 'Comment on the issue'],
  [['[', ']'], 'Earlier and later event of the issue'],
  [['Space'], 'Play or pause the recording'],
  [['←', '→'], 'Five seconds back or on in the recording'],
  [['e'], 'Go to the error in the recording'],
  [['?'], 'Show this list'],
];

const places: Record<string, string> = { i: '/', e: '/events', h: '/hotfixes', s: '/settings' };
const pairWithin = 1_000;

/** The keys that work on every page, and the list of all. */
export function Shortcuts() {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    let going = 0;
    const press = (event: KeyboardEvent) => {
      const key = pageKey(event);
      if (key === undefined) return;
      const place = event.timeStamp - going < pairWithin ? places[key] : undefined;
      going = key === 'g' ? event.timeStamp : 0;
      if (place) {
        event.preventDefault();
        navigate(place);
      } else if (key === '?') {
        event.preventDefault();
        dialog.current?.showModal();
      } else if (key === '/') {
        const field = document.querySelector<HTMLInputElement>('input[type=search]');
        if (!field) return;
        event.preventDefault();
        field.select();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        onClick={() => dialog.current?.showModal()}
      >
        <kbd>?</kbd>
      </button>
      <dialog ref={dialog} className="dialog shortcuts" aria-labelledby="shortcuts-title">
        <header>
          <h2 id="shortcuts-title">Keyboard shortcuts</h2>
          <form method="dialog">
            <button type="submit" className="icon-button" aria-label="Close">
              <Icon name="close" />
            </button>
          </form>
        </header>
        <dl>
          {shortcuts.map(([keys, what]) => (
            <div key={what}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </dialog>
    </>
  );
}
