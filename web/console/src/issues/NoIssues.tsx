import type { Project } from '@suture/wire/api';
import type { IssueFilter } from '../api/queries';
import { Link } from '../route/Link';
import { sentrySnippet } from '../settings/snippets';
import { Snippet } from '../ui/Snippet';

interface NoIssuesProps {
  filter: IssueFilter;
  projects: readonly Project[];
}

/** An empty list that says why it is empty and what to do next. */
export function NoIssues({ filter, projects }: NoIssuesProps) {
  if (filter.q || filter.state) {
    return (
      <div className="empty">
        <h2>Nothing matches</h2>
        <p>No issue has these words and this state.</p>
        <p>
          <Link to={filter.project ? `/?project=${filter.project}` : '/'} className="button">
            Clear the search
          </Link>
        </p>
      </div>
    );
  }
  const project = projects.find((each) => each.slug === filter.project) ?? projects[0];
  return (
    <div className="empty">
      <h2>No issue yet</h2>
      <p>The first error or report that arrives shows up here by itself.</p>
      {project && (
        <ol className="steps">
          <li>
            <h3>Paste the DSN of {project.name} into the extension</h3>
            <p>Then press “Send report” on any page that misbehaves.</p>
            <Snippet text={project.dsn} label="Copy the DSN" />
          </li>
          <li>
            <h3>Or point a Sentry SDK at it</h3>
            <p>Any current SDK will do; only the address changes.</p>
            <Snippet text={sentrySnippet(project.dsn)} label="Copy the snippet" />
          </li>
          <li>
            <h3>Or break the demo shop</h3>
            <p>It starts a small shop whose checkout fails, and tells you where to click.</p>
            <Snippet text="./suture up --demo" label="Copy the command" />
          </li>
        </ol>
      )}
      <p>
        <Link to="/settings">All set-up snippets</Link>
      </p>
    </div>
  );
}
