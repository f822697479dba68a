import type { Backport, Hotfix, LineStatus } from '@suture/wire/api';
import type { KeyboardEvent } from 'react';
import { useBackports } from '../api/board';
import { useHotfixes, useProjects } from '../api/queries';
import { ProjectSelect } from '../release/ProjectSelect';
import { Link } from '../route/Link';
import { navigate, useParam, useSearch } from '../route/location';
import { hotfixPath, withQuery } from '../route/route';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { useNow } from '../ui/time';
import { useTitle } from '../ui/title';
import { BoardDetail } from './BoardDetail';
import { lacks, lasting, place, presenceWords } from './presence';

/** Hotfixes by line: what is where, and what is missing for how long. */
export function BoardPage() {
  useTitle('Board');
  const projects = useProjects();
  const hotfixes = useHotfixes();
  const chosen = useParam('project');
  const at = useParam('at');
  const all = useParam('show') === 'all';
  const search = useSearch();
  const project =
    projects.data?.find(({ slug }) => slug === chosen) ??
    projects.data?.find(({ slug }) => hotfixes.data?.some((each) => each.project === slug)) ??
    projects.data?.[0];
  const backports = useBackports(project?.slug);
  const ofProject = (hotfixes.data ?? []).filter((each) => each.project === project?.slug);
  const shown = inUrgency(ofProject.filter((each) => all || each.state !== 'closed'));
  const go = (changes: Record<string, string | undefined>) =>
    navigate(`/board${withQuery(search, changes)}`, { replace: true });
  const error = hotfixes.error ?? projects.error;
  return (
    <div className="page stack">
      <div className="page-head board-head">
        <h1>Board</h1>
        {project && projects.data && projects.data.length > 1 && (
          <ProjectSelect
            projects={projects.data}
            value={project.slug}
            onChange={(slug) => go({ project: slug, at: undefined })}
          />
        )}
        <label className="board-all">
          <input
            type="checkbox"
            checked={all}
            onChange={(event) => go({ show: event.target.checked ? 'all' : undefined })}
          />
          Also what is closed
        </label>
        <Link to="/hotfixes" className="button">
          As a list
        </Link>
      </div>
      {error && !hotfixes.data && <Failure error={error} onRetry={() => hotfixes.refetch()} />}
      {(hotfixes.isPending || projects.isPending) && (
        <div role="status" aria-label="Loading the board">
          <Skeleton height={260} />
        </div>
      )}
      {hotfixes.data && projects.data && shown.length === 0 && (
        <div className="empty">
          <h2>{ofProject.length === 0 ? 'No hotfix yet' : 'Every line has every fix'}</h2>
          <p>
            Once a fix is in production, this board shows which line of development lacks it, and
            for how long. Fixes that were made without Suture are found as well.
          </p>
        </div>
      )}
      {shown.length > 0 && (
        <Table
          hotfixes={shown}
          backports={backports.data ?? []}
          at={at}
          onOpen={(next) => go({ at: next === at ? undefined : next })}
        />
      )}
    </div>
  );
}

/** What has been missing longest first; what lacks nothing last. */
function inUrgency(hotfixes: readonly Hotfix[]): Hotfix[] {
  const since = (hotfix: Hotfix) =>
    Math.min(...hotfix.lines.map((line) => (line.since ? Date.parse(line.since) : Infinity)));
  return [...hotfixes].sort(
    (one, other) =>
      (since(one) === since(other) ? 0 : since(one) - since(other)) ||
      Date.parse(other.started) - Date.parse(one.started),
  );
}

interface TableProps {
  hotfixes: readonly Hotfix[];
  backports: readonly Backport[];
  at: string | undefined;
  onOpen: (at: string) => void;
}

function Table({ hotfixes, backports, at, onOpen }: TableProps) {
  const lines = [...new Set(hotfixes.flatMap((each) => each.lines.map(({ line }) => line)))];
  const openedHotfix = hotfixes.find((each) => at?.startsWith(`${each.id}~`));
  const opened = openedHotfix?.lines.find(({ line }) => place(openedHotfix.id, line) === at);
  return (
    <>
      <section className="panel table-scroll" aria-label="Hotfixes by line">
        <table className="board" onKeyDown={moveFocus}>
          <thead>
            <tr>
              <th scope="col">Hotfix</th>
              {lines.map((line) => (
                <th scope="col" key={line}>
                  {line}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hotfixes.map((hotfix) => (
              <tr key={hotfix.id}>
                <th scope="row">
                  <Link to={hotfixPath(hotfix.id)} className="mono">
                    {hotfix.id}
                  </Link>
                  <span className="muted board-subject">
                    {hotfix.commits[0]?.subject ?? 'nothing committed yet'}
                  </span>
                </th>
                {lines.map((line) => {
                  const status = hotfix.lines.find((each) => each.line === line);
                  const where = place(hotfix.id, line);
                  return (
                    <td key={line} data-line={line}>
                      {status ? (
                        <Cell
                          status={status}
                          backport={backports.find(
                            (each) => each.hotfix === hotfix.id && each.line === line,
                          )}
                          open={where === at}
                          onOpen={() => onOpen(where)}
                        />
                      ) : (
                        <span className="muted">–</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {openedHotfix && opened && (
        <BoardDetail
          key={at}
          hotfix={openedHotfix}
          status={opened}
          backport={backports.find(
            (each) => each.hotfix === openedHotfix.id && each.line === opened.line,
          )}
        />
      )}
    </>
  );
}

interface CellProps {
  status: LineStatus;
  backport: Backport | undefined;
  open: boolean;
  onOpen: () => void;
}

function Cell({ status, backport, open, onOpen }: CellProps) {
  const now = useNow();
  const [text, tone] = presenceWords[status.presence];
  return (
    <button type="button" className="board-cell" aria-expanded={open} onClick={onOpen}>
      <span className={`badge badge-${tone}`}>{text}</span>
      {status.since && <span className="board-since">{lasting(status.since, now)}</span>}
      {backport && lacks(status) && (
        <span className="board-since">
          {backport.state === 'conflicted'
            ? 'in conflict'
            : backport.state === 'refused'
              ? 'did not pass'
              : 'backport open'}
        </span>
      )}
    </button>
  );
}

/** Arrows go from cell to cell. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>) {
  const steps: Record<string, readonly [down: number, right: number]> = {
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
  };
  const step = steps[event.key];
  const cell = (event.target as HTMLElement).closest('td');
  const row = cell?.parentElement;
  if (!step || !cell || !(row instanceof HTMLTableRowElement)) return;
  const body = row.parentElement as HTMLTableSectionElement;
  const next = body.rows[row.sectionRowIndex + step[0]]?.cells[cell.cellIndex + step[1]];
  const button = next?.querySelector('button');
  if (button) {
    event.preventDefault();
    button.focus();
  }
}
