import type { IssueDetail } from '@suture/wire/api';
import { useEffect, useRef, useState } from 'react';
import { useEvent, useIssue } from '../api/queries';
import { Link } from '../route/Link';
import { navigate, useParam } from '../route/location';
import { withQuery } from '../route/route';
import { Guard } from '../ui/Guard';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Tabs } from '../ui/Tabs';
import { useTitle } from '../ui/title';
import { Moved, useMoved } from './grouping/Moved';
import { IssueHeader } from './IssueHeader';
import { issueTabs } from './tabs/issueTabs';
import { overviewTab } from './tabs/OverviewTab';
import { useListKeys } from './useListKeys';

export function IssuePage({ id }: { id: string }) {
  const detail = useIssue(id);
  const issue = detail.data?.issue;
  useMoved(id, issue?.id);
  useListKeys(id);
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
  const { issue } = detail;
  const chosenEvent = useParam('event');
  const chosenCapture = useParam('capture');
  // The newest event when the page was opened stays: later ones must not take the reader's place.
  const [opened] = useState(detail.event);
  const other = chosenEvent && chosenEvent !== opened.id ? chosenEvent : undefined;
  const fetched = useEvent(issue.id, other);
  const event = other ? fetched.data : opened;
  useScrollToCapture(chosenCapture);

  const name = useParam('tab');
  const tab = issueTabs.find((each) => each.name === name) ?? overviewTab;

  return (
    <div className="page">
      <Moved />
      <IssueHeader detail={detail} />
      {fetched.error && <Failure error={fetched.error} onRetry={() => fetched.refetch()} />}
      <div className="issue-tabs">
        <Tabs
          label="The issue"
          tabs={issueTabs.map(({ name, label, count }) => {
            const counted = count?.(detail);
            return { name, label, ...(counted !== undefined && { count: counted }) };
          })}
          selected={tab.name}
          onSelect={(next) =>
            navigate(
              withQuery(window.location.search, {
                tab: next === overviewTab.name ? undefined : next,
              }) || window.location.pathname,
              { replace: true },
            )
          }
        >
          <Guard what="This tab" key={tab.name}>
            <tab.View detail={detail} event={event} />
          </Guard>
        </Tabs>
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
