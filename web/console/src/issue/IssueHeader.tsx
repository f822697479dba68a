import type { IssueDetail } from '@suture/wire/api';
import { Link } from '../route/Link';
import { issuePath } from '../route/route';
import { HotfixNoteBadge, StateBadge } from '../ui/Badge';
import { Icon } from '../ui/Icon';
import { Time } from '../ui/Time';
import { IssueActions } from './IssueActions';
import { useNeighbours } from './neighbours';
import { why } from './why';

/** What the issue is called, how it stands and why, and what can be done about it. */
export function IssueHeader({ detail }: { detail: IssueDetail }) {
  const { issue, hotfixes } = detail;
  const value = issue.title.startsWith(`${issue.type}: `)
    ? issue.title.slice(issue.type.length + 2)
    : issue.title;
  const reason = why(issue);

  return (
    <div className="issue-header">
      <div className="issue-top">
        <nav className="crumbs" aria-label="Where this is">
          <Link to="/">Issues</Link>
          <span aria-hidden="true">/</span>
          <Link to={`/?project=${encodeURIComponent(issue.project)}`}>{issue.project}</Link>
          <span aria-hidden="true">/</span>
          <span>{issue.id}</span>
        </nav>
        <Neighbours id={issue.id} />
      </div>
      <h1 data-level={issue.level}>
        <strong>{issue.type}</strong> <span className="issue-message">{value}</span>
      </h1>
      <div className="issue-under">
        <span className="level" data-level={issue.level}>
          {issue.level}
        </span>
        <span className="standing">
          <StateBadge state={issue.state} />
          {reason && <span className="standing-why">{reason}</span>}
          <span className="muted">
            <Time at={issue.since} />
          </span>
        </span>
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

/** The issues before and after this one in the list. */
function Neighbours({ id }: { id: string }) {
  const { before, after } = useNeighbours(id);
  if (!before && !after) return null;
  return (
    <nav className="neighbours" aria-label="Other issues of the list">
      <Neighbour id={before} label="Previous issue (k)" icon="back" />
      <Neighbour id={after} label="Next issue (j)" icon="right" />
    </nav>
  );
}

function Neighbour({
  id,
  label,
  icon,
}: {
  id: string | undefined;
  label: string;
  icon: 'back' | 'right';
}) {
  if (!id)
    return (
      <span className="icon-button" aria-hidden="true" data-off>
        <Icon name={icon} />
      </span>
    );
  return (
    <Link to={issuePath(id)} className="icon-button" aria-label={label} title={label}>
      <Icon name={icon} />
    </Link>
  );
}
