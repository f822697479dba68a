import { useState } from 'react';
import { Icon } from '../ui/Icon';
import { forget, tell, useTold } from './told';

/** Says what was just done, and takes it back when asked. */
export function ToldBar() {
  const told = useTold();
  const [busy, setBusy] = useState(false);
  return (
    <div className="told" role="status">
      {told && (
        <div className="told-card">
          <span>{told.text}</span>
          {told.undo && (
            <button
              type="button"
              className="button"
              disabled={busy}
              onClick={async () => {
                setBusy(true);
                try {
                  await told.undo?.();
                  tell({ text: 'Taken back.' });
                } catch (error) {
                  tell({
                    text: error instanceof Error ? error.message : 'It could not be undone.',
                  });
                } finally {
                  setBusy(false);
                }
              }}
            >
              Undo
            </button>
          )}
          <button type="button" className="icon-button" aria-label="Close" onClick={forget}>
            <Icon name="close" size={14} />
          </button>
        </div>
      )}
    </div>
  );
}
