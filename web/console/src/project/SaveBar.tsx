import { Failure } from '../ui/Notice';

interface SaveBarProps {
  changed: boolean;
  saving: boolean;
  saved: boolean;
  /** From when on it holds. */
  holds?: string;
  error: unknown;
  onUndo: () => void;
}

/** The end of a form: save, undo, and what became of it. */
export function SaveBar({ changed, saving, saved, holds, error, onUndo }: SaveBarProps) {
  return (
    <div className="save-bar">
      {error !== null && error !== undefined && <Failure error={error} />}
      <div className="save-row">
        <button type="submit" className="button button-primary" disabled={!changed || saving}>
          {saving ? 'Saving…' : 'Save'}
        </button>
        {changed && !saving && (
          <button type="button" className="button" onClick={onUndo}>
            Undo changes
          </button>
        )}
        <span role="status" className="muted">
          {saved && !changed ? `Saved. ${holds ?? 'It holds from the next event on.'}` : ''}
        </span>
      </div>
    </div>
  );
}
