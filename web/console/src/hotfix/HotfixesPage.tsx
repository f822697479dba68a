import type { Hotfix, LineStatus } from '@suture/wire/api';
import { useHotfixes } from '../api/queries';
import { Link } from '../route/Link';
import { hotfixPath, issuePath } from '../route/route';
import { HotfixBadge } from '../ui/Badge';
import { Icon } from '../ui/Icon';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { useTitle } from '../ui/title';
import { presenceWords } from './presence';

export function HotfixesPage() {
  useTitle('Hotfixes');
  const hotfixes = useHotfixes();
  return (
    <div className="page">
      <div className="page-head">
        <h1>Hotfixes</h1>
        <Link to="/board" className="button">
          By line
        </Link>
      </div>
      {hotfixes.error && !hotfixes.data && (
        <Failure error={hotfixes.error} onRetry={() => hotfixes.refetch()} />
      )}
      {hotfixes.isPending && (
        <div role="status" aria-label="Loading the hotfixes" className="hotfix-list">
          <Skeleton height={71} />
          <Skeleton height={71} />
          <Skeleton height={71} />
        </div>
      )}
      {hotfixes.data?.length === 0 && (
        <div className="empty">
          <h2>No hotfix yet</h2>
          <p>
            Open an issue and press “Start hotfix”: the branch begins at the commit that is live in
            production, and this page then watches until every line has the fix.
          </p>
          <p>
            <Link to="/" className="button button-primary">
              All issues
            </Link>
          </p>
        </div>
      )}
      {hotfixes.data && hotfixes.data.length > 0 && (
        <ul className="hotfix-list">
          {inUrgency(hotfixes.data).map((hotfix) => (
            <HotfixLine key={hotfix.id} hotfix={hotfix} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** The flagged first, then the newest. */
function inUrgency(hotfixes: readonly Hotfix[]): Hotfix[] {
  return [...hotfixes].sort(
    (one, other) =>
      Number(other.flagged) - Number(one.flagged) ||
      Date.parse(other.started) - Date.parse(one.started),
  );
}

function HotfixLine({ hotfix }: { hotfix: Hotfix }) {
  return (
    <li className="hotfix-line" data-flagged={hotfix.flagged}>
      <div className="hotfix-line-main">
        <Link to={hotfixPath(hotfix.id)} className="mono hotfix-link ellipsis">
          {hotfix.id}
        </Link>
        <span className="side-list-facts">
          <HotfixBadge state={hotfix.state} />
          {hotfix.flagged && (
            <span className="badge badge-flag">
              <Icon name="flag" size={12} /> not in develop
            </span>
          )}
          {hotfix.problem && <span className="badge badge-warning">stuck</span>}
          {hotfix.issue ? (
            <Link to={issuePath(hotfix.issue)}>{hotfix.issue}</Link>
          ) : (
            <span className="muted">made without Suture</span>
          )}
          <span className="muted">
            started <Time at={hotfix.started} />
          </span>
        </span>
      </div>
      <dl className="line-dots">
        {hotfix.lines.map((line) => (
          <LineDot key={line.line} line={line} />
        ))}
      </dl>
    </li>
  );
}

function LineDot({ line }: { line: LineStatus }) {
  const has = line.presence === 'merged' || line.presence === 'cherryPicked';
  const gone = line.presence === 'missing' || line.presence === 'reverted';
  const tone = has ? 'good' : gone ? 'danger' : 'neutral';
  return (
    <div data-tone={tone} title={line.evidence}>
      <dt>{line.line}</dt>
      <dd>
        <Icon name={has ? 'check' : gone ? 'close' : 'system'} size={13} />
        {presenceWords[line.presence][0]}
      </dd>
    </div>
  );
}
