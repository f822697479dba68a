import type { Project } from '@suture/wire/api';
import { Link } from '../route/Link';
import type { ListParams } from '../search/listParams';
import { sentrySnippet } from '../settings/snippets';
import { Snippet } from '../ui/Snippet';

interface NoIssuesProps {
  params: ListParams;
  projects: readonly Project[];
  onChange: (changes: Partial<ListParams>) => void;
}

/** An empty list that says why it is empty and what to do next. */
export function NoIssues({ params, projects, onChange }: NoIssuesProps) {
  const { q, environment } = params;
  const project = projects.find((each) => each.slug === params.project) ?? projects[0];
  if ((project?.issues ?? 0) > 0 || (q && q !== 'is:unresolved') || environment) {
    return (
      <div className="empty">
        <h2>Nothing matches</h2>
        <p>
          {q === 'is:unresolved' && !environment
            ? 'Every issue here is resolved or archived.'
            : 'No issue has all of this.'}
        </p>
        <p>
          <button
            type="button"
            className="button"
            onClick={() => onChange({ q: '', environment: undefined })}
          >
            Show all issues
          </button>
        </p>
      </div>
    );
  }
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
