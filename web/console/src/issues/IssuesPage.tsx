import type { IssueRow } from '@suture/wire/api';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useIssues, useProjects } from '../api/queries';
import { pageKey } from '../app/keys';
import { navigate, useParam } from '../route/location';
import { issuePath } from '../route/route';
import { Failure } from '../ui/Notice';
import { plural } from '../ui/number';
import { useTitle } from '../ui/title';
import { IssueFilters } from './IssueFilters';
import { IssueLine, IssueLineSkeleton } from './IssueLine';
import { NoIssues } from './NoIssues';
import { useSettledRows } from './useSettledRows';

const noRows: IssueRow[] = [];

export function IssuesPage() {
  useTitle('Issues');
  const filter = { project: useParam('project'), q: useParam('q'), state: useParam('state') };
  const projects = useProjects();
  const issues = useIssues(filter);
  const [selected, setSelected] = useState(-1);
  const fresh = useMemo(
    () => (issues.data ? issues.data.pages.flatMap((page) => page.issues) : noRows),
    [issues.data],
  );
  const still = selected >= 0 || window.scrollY > 8;
  const list = `${filter.project ?? ''} ${filter.state ?? ''} ${filter.q ?? ''}`;
  const { rows, waiting, showAll } = useSettledRows(
    issues.isPlaceholderData ? `${list} waiting` : list,
    fresh,
    still,
  );
  const table = useListKeys(rows, selected, setSelected);

  return (
    <div className="page">
      <div className="page-head">
        <h1>Issues</h1>
        {waiting > 0 && (
          <button
            type="button"
            className="button pill"
            onClick={() => {
              setSelected(-1);
              showAll();
              window.scrollTo(0, 0);
            }}
          >
            {plural(waiting, 'newer issue')}: show
          </button>
        )}
      </div>
      <IssueFilters filter={filter} projects={projects.data ?? []} />
      {issues.error && !issues.data && (
        <Failure error={issues.error} onRetry={() => issues.refetch()} />
      )}
      {issues.isPending && <SkeletonList />}
      {issues.data && rows.length === 0 && (
        <NoIssues filter={filter} projects={projects.data ?? []} />
      )}
      {rows.length > 0 && (
        <div className={issues.isPlaceholderData ? 'issue-list stale' : 'issue-list'}>
          <ListHead />
          <ul ref={table}>
            {rows.map((row, index) => (
              <IssueLine
                key={row.issue.id}
                row={row}
                selected={index === selected}
                onFocus={() => setSelected(index)}
                showProject={!filter.project && (projects.data?.length ?? 0) > 1}
              />
            ))}
          </ul>
        </div>
      )}
      {issues.hasNextPage && (
        <LoadMore loading={issues.isFetchingNextPage} onLoad={() => issues.fetchNextPage()} />
      )}
    </div>
  );
}

/** j and k move through the list, Enter opens; the focus follows, so the screen reader does too. */
function useListKeys(
  rows: readonly IssueRow[],
  selected: number,
  setSelected: (index: number) => void,
) {
  const table = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = pageKey(event);
      const by = key === 'j' ? 1 : key === 'k' ? -1 : 0;
      if (by !== 0 && rows.length > 0) {
        const next = Math.min(Math.max(selected + by, 0), rows.length - 1);
        event.preventDefault();
        setSelected(next);
        table.current?.querySelectorAll<HTMLElement>('.issue-link')[next]?.focus();
      } else if (key === 'Escape') {
        setSelected(-1);
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      } else if (key === 'Enter' && document.activeElement === document.body) {
        const row = rows[selected];
        if (row) navigate(issuePath(row.issue.id));
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [rows, selected, setSelected]);
  return table;
}

function ListHead() {
  return (
    <div className="issue-grid issue-list-head" aria-hidden="true">
      <span>Issue</span>
      <span className="col-spark">Last 24 hours</span>
      <span className="col-number">Events</span>
      <span className="col-number">Users</span>
      <span className="col-seen">Last seen · first seen</span>
    </div>
  );
}

function SkeletonList() {
  return (
    <div className="issue-list" role="status" aria-label="Loading the issues">
      <ListHead />
      <ul aria-hidden="true">
        {Array.from({ length: 8 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the places are all alike
          <IssueLineSkeleton key={index} />
        ))}
      </ul>
    </div>
  );
}

function LoadMore({ loading, onLoad }: { loading: boolean; onLoad: () => void }) {
  return (
    <div className="load-more">
      <button type="button" className="button" disabled={loading} onClick={onLoad}>
        {loading ? 'Loading…' : 'Load more'}
      </button>
    </div>
  );
}
