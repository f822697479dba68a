import type { IssueDetail } from '@suture/wire/api';
import { useEffect, useRef, useState } from 'react';
import { useEvent, useIssue } from '../api/queries';
import { CapturePanel } from '../capture/CapturePanel';
import { Link } from '../route/Link';
import { useParam } from '../route/location';
import { Guard } from '../ui/Guard';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { useTitle } from '../ui/title';
import { EventFacts } from './EventFacts';
import { EventsTable } from './EventsTable';
import { IssueFacts } from './IssueFacts';
import { IssueHeader } from './IssueHeader';
import { IssueHotfixes } from './IssueHotfixes';
import { Stack } from './Stack';

export function IssuePage({ id }: { id: string }) {
  const detail = useIssue(id);
  const issue = detail.data?.issue;
  useTitle(issue ? `${issue.title || issue.type} (${issue.id})` : id);
  if (detail.data) return <IssueView detail={detail.data} />;
  if (detail.error) {
    return (
      <div className="page">
        <nav className="crumbs" aria-label="Where this is">
          <Link to="/">Issues</Link>
          <span aria-hidden="true">/</span>
          <span>{id}</span>
        </nav>
        <Failure error={detail.error} onRetry={() => detail.refetch()} />
      </div>
    );
  }
  return <IssueSkeleton id={id} />;
}

function IssueView({ detail }: { detail: IssueDetail }) {
  const { issue, captures } = detail;
  const chosenEvent = useParam('event');
  const chosenCapture = useParam('capture');
  // The newest event when the page was opened stays: later ones must not take the reader's place.
  const [opened] = useState(detail.event);
  const other = chosenEvent && chosenEvent !== opened.id ? chosenEvent : undefined;
  const fetched = useEvent(issue.id, other);
  const event = other ? fetched.data : opened;
  useScrollToCapture(chosenCapture);

  return (
    <div className="page">
      <IssueHeader detail={detail} />
      <div className="issue-columns">
        <div className="issue-column-main">
          {fetched.error && <Failure error={fetched.error} onRetry={() => fetched.refetch()} />}
          <Guard what="The stack" key={event?.id ?? 'waiting'}>
            {event ? <Stack event={event} /> : !fetched.error && <Skeleton height={320} />}
          </Guard>
        </div>
        <aside className="issue-column-side" aria-label="Facts about the issue">
          <IssueFacts detail={detail} />
        </aside>
      </div>
      {captures.length > 0 && (
        <CapturePanel issue={issue.id} captures={captures} chosen={chosenCapture} />
      )}
      <div className="issue-columns">
        <div className="issue-column-main">
          <EventsTable detail={detail} shown={event?.id} />
        </div>
        <aside className="issue-column-side" aria-label="Facts about the event">
          <IssueHotfixes hotfixes={detail.hotfixes} />
          {event && <EventFacts event={event} />}
        </aside>
      </div>
    </div>
  );
}

/** A link to a report shows the report, not the top of the issue; once per link. */
function useScrollToCapture(capture: string | undefined) {
  const done = useRef<string>(undefined);
  useEffect(() => {
    if (!capture || done.current === capture) return;
    const first = done.current === undefined;
    done.current = capture;
    if (first) document.getElementById('capture')?.scrollIntoView({ block: 'start' });
  }, [capture]);
}

function IssueSkeleton({ id }: { id: string }) {
  return (
    <div className="page" role="status" aria-label={`Loading ${id}`}>
      <div className="issue-header">
        <Skeleton height={20} width={120} />
        <Skeleton height={34} width="70%" />
        <Skeleton height={22} width="40%" />
      </div>
      <div className="issue-columns">
        <div className="issue-column-main">
          <Skeleton height={420} />
        </div>
        <div className="issue-column-side">
          <Skeleton height={420} />
        </div>
      </div>
      <Skeleton height={520} />
    </div>
  );
}
