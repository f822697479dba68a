import type { MergeEntry } from '@suture/wire/api';
import { useUndoMerge } from '../../api/grouping';
import { Link } from '../../route/Link';
import { issuePath } from '../../route/route';
import { Failure } from '../../ui/Notice';
import { fullCount } from '../../ui/number';
import { Time } from '../../ui/Time';

/** What came into the issue and what left it, with a way back. */
export function MergeHistory({ issue, history }: { issue: string; history: MergeEntry[] }) {
  const undo = useUndoMerge(issue);
  return (
    <section className="panel" aria-labelledby="merges-title">
      <header className="panel-head">
        <h2 id="merges-title">Merged and unmerged</h2>
      </header>
      {undo.error && <Failure error={undo.error} />}
      {undo.data && (
        <p className="panel-text" role="status">
          <Link to={issuePath(undo.data.id)}>{undo.data.id}</Link> is an issue of its own again.
        </p>
      )}
      {history.length === 0 ? (
        <p className="muted panel-text">
          Nothing was merged into this issue, and nothing was taken out. Issues are merged from the
          “Similar” tab or from a selection in the list.
        </p>
      ) : (
        <ul className="hash-list">
          {history.map((entry) => (
            <li key={`${entry.at} ${entry.issue} ${entry.hash ?? ''}`}>
              <div className="hash-facts">
                {entry.merge === undefined || entry.undone ? (
                  <Link to={issuePath(entry.issue)} className="mono">
                    {entry.issue}
                  </Link>
                ) : (
                  <strong className="mono">{entry.issue}</strong>
                )}
                <span className="muted">
                  {entry.merge === undefined ? 'was taken out' : 'was merged in'} by {entry.who}{' '}
                  <Time at={entry.at} />, {fullCount(entry.events)}{' '}
                  {entry.events === 1 ? 'event' : 'events'}
                  {entry.undone && (
                    <>
                      ; undone <Time at={entry.undone} />
                    </>
                  )}
                </span>
                {entry.merge !== undefined && !entry.undone && (
                  <span className="hash-actions">
                    <button
                      type="button"
                      className="button"
                      disabled={undo.isPending}
                      onClick={() => entry.merge !== undefined && undo.mutate(entry.merge)}
                    >
                      Undo the merge
                    </button>
                  </span>
                )}
              </div>
              <p className="muted ellipsis">{entry.title}</p>
              {entry.counted !== undefined && entry.counted < entry.events && (
                <p className="muted">
                  Its events are counted exactly; its hours, tags and users are estimated from the{' '}
                  {fullCount(entry.counted)} events that were kept.
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
