import type { IssueRow } from '@suture/wire/api';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useProjects } from '../api/queries';
import { pageKey } from '../app/keys';
import { BulkBar } from '../bulk/BulkBar';
import { MergeButton } from '../bulk/MergeButton';
import { navigate, useSearch } from '../route/location';
import { issuePath } from '../route/route';
import { FacetList } from '../search/FacetList';
import { type ListParams, readParams, writeParams } from '../search/listParams';
import { SearchBar } from '../search/SearchBar';
import { addTerm, term } from '../search/terms';
import { Failure } from '../ui/Notice';
import { fullCount, plural } from '../ui/number';
import { useTitle } from '../ui/title';
import { IssueLine, IssueLineSkeleton } from './IssueLine';
import { QuickFilters, Scope, SortMenu } from './ListControls';
import { ListHead } from './ListHead';
import { NoIssues } from './NoIssues';
import { useFacets, useIssues } from './queries';
import { type Choice, useChoice } from './useChoice';
import { useSettledRows } from './useSettledRows';

const noRows: IssueRow[] = [];
const usual = 'is:unresolved';
const counted = 1000;

export function IssuesPage() {
  useTitle('Issues');
  const params = readParams(useSearch(), usual);
  const change = (changes: Partial<ListParams>) =>
    navigate(`/${writeParams(params, changes, usual)}`, { replace: true });
  const onSearch = (q: string) => change({ q });
  const projects = useProjects().data ?? [];
  const issues = useIssues(params);
  const facets = useFacets(params);
  const [selected, setSelected] = useState(-1);
  const fresh = useMemo(
    () => (issues.data ? issues.data.pages.flatMap((page) => page.issues) : noRows),
    [issues.data],
  );
  const list = JSON.stringify(params);
  const { rows, waiting, showAll } = useSettledRows(
    issues.isPlaceholderData ? `${list} waiting` : list,
    fresh,
    selected >= 0 || window.scrollY > 8,
  );
  const choice = useChoice(
    list,
    rows.map(({ issue }) => issue.id),
  );
  const table = useListKeys(rows, selected, setSelected, choice);
  const total = issues.data?.pages[0]?.total;
  const days = params.period === '14d';

  return (
    <div className="page page-wide">
      <div className="page-head">
        <h1>Issues</h1>
        {total !== undefined && !issues.error && (
          <span className="page-count">{total > counted ? '1,000+' : fullCount(total)}</span>
        )}
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
      <SearchBar
        query={params.q}
        project={params.project}
        label="Search the issues"
        error={issues.error}
        onSearch={onSearch}
      />
      <div className="list-controls">
        <QuickFilters query={params.q} onSearch={onSearch} />
        <div className="list-selects">
          <Scope params={params} projects={projects} onChange={change} />
          <SortMenu params={params} onChange={change} />
        </div>
      </div>
      <div className="list-and-facets">
        <div className="list-part">
          {issues.error && !hasPlace(issues.error) && (
            <Failure error={issues.error} onRetry={() => issues.refetch()} />
          )}
          {issues.isPending && <SkeletonList />}
          {issues.data && !issues.error && rows.length === 0 && (
            <NoIssues params={params} projects={projects} onChange={change} />
          )}
          {rows.length > 0 && (
            <div
              className={
                issues.isPlaceholderData || issues.error ? 'issue-list stale' : 'issue-list'
              }
            >
              <ListHead
                days={days}
                chosen={choice.ids.size}
                shown={rows.length}
                onChoose={choice.chooseShown}
                onPeriod={() => change({ period: days ? undefined : '14d' })}
              />
              {choice.ids.size > 0 && (
                <Bulk choice={choice} params={params} rows={rows} total={total} />
              )}
              <ul ref={table}>
                {rows.map((row, index) => (
                  <IssueLine
                    key={row.issue.id}
                    row={row}
                    selected={index === selected}
                    onFocus={() => setSelected(index)}
                    showProject={!params.project && projects.length > 1}
                    chosen={choice.ids.has(row.issue.id)}
                    onChoose={(range) => choice.toggle(row.issue.id, range)}
                  />
                ))}
              </ul>
            </div>
          )}
          {issues.hasNextPage && (
            <LoadMore loading={issues.isFetchingNextPage} onLoad={() => issues.fetchNextPage()} />
          )}
        </div>
        {facets.data && facets.data.tags.length > 0 && (
          <aside className="facets-part" aria-label="Tags of these issues">
            <details className="facets-fold" open={window.innerWidth >= 1100}>
              <summary>Filter by tag</summary>
              <FacetList facets={facets.data} query={params.q} onSearch={onSearch} />
            </details>
          </aside>
        )}
      </div>
    </div>
  );
}

const hasPlace = (error: unknown) =>
  typeof error === 'object' && error !== null && 'at' in error && error.at !== undefined;

interface BulkProps {
  choice: Choice;
  params: ListParams;
  rows: readonly IssueRow[];
  total: number | undefined;
}

/** What to do with the chosen issues: those that are ticked, or all that the query finds. */
function Bulk({ choice, params, rows, total }: BulkProps) {
  const shown = rows.length;
  const { q, project, environment } = params;
  const query = environment ? addTerm(`(${q})`, term('environment', environment)) : q;
  const chosen = rows.map(({ issue }) => issue).filter(({ id }) => choice.ids.has(id));
  const more = !choice.everything && choice.ids.size === shown && (total ?? 0) > shown;
  return (
    <BulkBar
      chosen={choice.everything ? { query, project } : { ids: [...choice.ids] }}
      count={choice.everything ? (total ?? shown) : choice.ids.size}
      onDone={choice.clear}
    >
      {!choice.everything && chosen.length > 1 && (
        <MergeButton issues={chosen} onDone={choice.clear} />
      )}
      {more && (
        <button type="button" className="button button-quiet" onClick={choice.chooseEverything}>
          Choose all {total && total > counted ? 'that match' : fullCount(total ?? 0)}
        </button>
      )}
    </BulkBar>
  );
}

/** j and k move through the list, x chooses, Enter opens; the focus follows for a screen reader. */
function useListKeys(
  rows: readonly IssueRow[],
  selected: number,
  setSelected: (index: number) => void,
  choice: Choice,
) {
  const table = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = pageKey(event);
      const by = key === 'j' ? 1 : key === 'k' ? -1 : 0;
      const row = rows[selected];
      if (by !== 0 && rows.length > 0) {
        const next = Math.min(Math.max(selected + by, 0), rows.length - 1);
        event.preventDefault();
        setSelected(next);
        table.current?.querySelectorAll<HTMLElement>('.issue-link')[next]?.focus();
      } else if (key === 'x' && row) {
        choice.toggle(row.issue.id, false);
      } else if (key === 'Escape') {
        setSelected(-1);
        choice.clear();
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      } else if (key === 'Enter' && document.activeElement === document.body) {
        if (row) navigate(issuePath(row.issue.id));
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [rows, selected, setSelected, choice]);
  return table;
}

function SkeletonList() {
  return (
    <div className="issue-list" role="status" aria-label="Loading the issues">
      <ListHead days={false} chosen={0} shown={0} />
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
