import type { Issue } from '@suture/wire/api';
import { useState } from 'react';
import { useMerge, useSimilar } from '../../api/grouping';
import { Link } from '../../route/Link';
import { issuePath } from '../../route/route';
import { StateBadge } from '../../ui/Badge';
import { Failure } from '../../ui/Notice';
import { fullCount } from '../../ui/number';
import { Skeleton } from '../../ui/Skeleton';
import { Time } from '../../ui/Time';
import type { IssueTab, TabProps } from './tab';

/** Other issues that are likely the same fault, each with its reasons and a way to merge it. */
function Similar({ detail }: TabProps) {
  const { issue } = detail;
  const similar = useSimilar(issue.id);
  const merge = useMerge();
  const [asked, setAsked] = useState<string>();
  if (similar.error && !similar.data)
    return <Failure error={similar.error} onRetry={() => similar.refetch()} />;
  if (!similar.data) return <Skeleton height={240} />;
  return (
    <section className="panel" aria-labelledby="similar-title">
      <header className="panel-head">
        <h2 id="similar-title">Issues like this one</h2>
        <span className="muted">{fullCount(similar.data.length)}</span>
      </header>
      {merge.error && <Failure error={merge.error} />}
      {similar.data.length === 0 && (
        <p className="muted panel-text">
          No other issue of {issue.project} shares enough of its calls and words.
        </p>
      )}
      <ul className="hash-list">
        {similar.data.map(({ issue: other, percent, reasons }) => (
          <li key={other.id}>
            <div className="hash-facts">
              <span className="alike" title={`${percent} of 100 alike`}>
                <span className="alike-bar" style={{ width: `${percent}%` }} />
                <span>{percent} %</span>
              </span>
              <Link to={issuePath(other.id)} className="ellipsis">
                {other.title || other.type}
              </Link>
              <span className="hash-actions">
                {asked === other.id ? (
                  <Merging
                    issue={issue}
                    other={other}
                    busy={merge.isPending}
                    onMerge={() =>
                      merge.mutate(
                        { issue: other.id, into: issue.id },
                        { onSettled: () => setAsked(undefined) },
                      )
                    }
                    onLeave={() => setAsked(undefined)}
                  />
                ) : (
                  <button type="button" className="button" onClick={() => setAsked(other.id)}>
                    Merge
                  </button>
                )}
              </span>
            </div>
            <p className="muted similar-facts">
              <span className="mono">{other.id}</span> <StateBadge state={other.state} />{' '}
              {fullCount(other.events)} events, last <Time at={other.lastSeen} />
            </p>
            <ul className="reasons">
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface MergingProps {
  issue: Issue;
  other: Issue;
  busy: boolean;
  onMerge: () => void;
  onLeave: () => void;
}

function Merging({ issue, other, busy, onMerge, onLeave }: MergingProps) {
  return (
    <>
      <button type="button" className="button button-primary" disabled={busy} onClick={onMerge}>
        {busy ? 'Merging…' : `Make ${other.id} part of ${issue.id}`}
      </button>
      <button type="button" className="button" onClick={onLeave}>
        Leave it
      </button>
    </>
  );
}

export const similarTab: IssueTab = { name: 'similar', label: 'Similar', View: Similar };
