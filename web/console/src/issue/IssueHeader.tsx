import type { IssueDetail } from '@suture/wire/api';
import { apiPath, getText } from '../api/client';
import { useSetState, useStartHotfix } from '../api/queries';
import { Link } from '../route/Link';
import { navigate } from '../route/location';
import { hotfixPath, issuePath } from '../route/route';
import { HotfixNoteBadge, StateBadge } from '../ui/Badge';
import { CopyButton } from '../ui/CopyButton';
import { Icon } from '../ui/Icon';
import { Failure } from '../ui/Notice';

/** What the issue is called, how it stands, and what can be done about it. */
export function IssueHeader({ detail }: { detail: IssueDetail }) {
  const { issue, hotfixes } = detail;
  const value = issue.title.startsWith(`${issue.type}: `)
    ? issue.title.slice(issue.type.length + 2)
    : issue.title;

  return (
    <div className="issue-header">
      <nav className="crumbs" aria-label="Where this is">
        <Link to="/">Issues</Link>
        <span aria-hidden="true">/</span>
        <Link to={`/?project=${encodeURIComponent(issue.project)}`}>{issue.project}</Link>
        <span aria-hidden="true">/</span>
        <span>{issue.id}</span>
      </nav>
      <h1 data-level={issue.level}>
        <strong>{issue.type}</strong> <span className="issue-message">{value}</span>
      </h1>
      <div className="issue-under">
        <span className="level" data-level={issue.level}>
          {issue.level}
        </span>
        <StateBadge state={issue.state} />
        {hotfixes.map((hotfix) => (
          <HotfixNoteBadge key={hotfix.id} note={hotfix} />
        ))}
        {issue.culprit && (
          <code className="culprit" title={issue.culprit.function}>
            {issue.culprit.file}
            <b>:{issue.culprit.line}</b>
          </code>
        )}
      </div>
      <IssueActions detail={detail} />
    </div>
  );
}

/** What can be done about the issue; what the server refuses is told beneath. */
function IssueActions({ detail }: { detail: IssueDetail }) {
  const { issue, hotfixes } = detail;
  const setState = useSetState(issue.id);
  const start = useStartHotfix(issue.id);
  const closed = issue.state === 'resolved' || issue.state === 'archived';
  const open = hotfixes.find((hotfix) => hotfix.state !== 'closed');

  return (
    <>
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={setState.isPending}
          onClick={() => setState.mutate(closed ? 'ongoing' : 'resolved')}
        >
          <Icon name={closed ? 'refresh' : 'check'} size={15} />
          {closed ? 'Reopen' : 'Resolve'}
        </button>
        {open ? (
          <Link to={hotfixPath(open.id)} className="button button-primary">
            <Icon name="branch" size={15} /> See the hotfix
          </Link>
        ) : (
          <button
            type="button"
            className="button button-primary"
            disabled={start.isPending}
            onClick={() =>
              start.mutate(undefined, { onSuccess: (hotfix) => navigate(hotfixPath(hotfix.id)) })
            }
          >
            <Icon name="branch" size={15} />
            {start.isPending ? 'Starting the hotfix…' : 'Start hotfix'}
          </button>
        )}
        <CopyButton
          label="Copy bundle as Markdown"
          text={() => getText(apiPath(['issues', issue.id, 'bundle'], { format: 'markdown' }))}
        />
        <CopyButton
          label="Copy link"
          text={window.location.origin + issuePath(issue.id)}
          className="button-quiet"
        />
      </div>
      {setState.error && <Failure error={setState.error} />}
      {start.error && <Failure error={start.error} />}
    </>
  );
}
