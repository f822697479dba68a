import { useProjects } from '../api/queries';
import { ProjectSelect } from '../release/ProjectSelect';
import { navigate, useParam, useSearch } from '../route/location';
import { withQuery } from '../route/route';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Snippet } from '../ui/Snippet';
import { useTitle } from '../ui/title';
import { FeedbackLines } from './FeedbackLines';
import { useFeedback } from './feedback';

export function FeedbackPage() {
  useTitle('Feedback');
  const projects = useProjects();
  const chosen = useParam('project');
  const search = useSearch();
  const project = projects.data?.find(({ slug }) => slug === chosen) ?? projects.data?.[0];
  const feedback = useFeedback(project?.slug);
  const lines = feedback.data?.pages.flatMap((page) => page.feedback) ?? [];
  return (
    <div className="page page-narrow">
      <div className="page-head release-head">
        <div className="release-title">
          <h1>Feedback</h1>
        </div>
        {project && projects.data && (
          <ProjectSelect
            projects={projects.data}
            value={project.slug}
            onChange={(slug) =>
              navigate(`/feedback${withQuery(search, { project: slug })}`, { replace: true })
            }
          />
        )}
      </div>
      {feedback.error && !feedback.data && (
        <Failure error={feedback.error} onRetry={() => feedback.refetch()} />
      )}
      {project && feedback.isPending && <Skeleton height={220} />}
      {project && feedback.data && lines.length === 0 && (
        <div className="empty empty-wide">
          <h2>Nobody wrote anything yet</h2>
          <p>What people write through Sentry’s feedback widget or these calls shows up here:</p>
          <Snippet
            label="Copy the lines"
            text={`Sentry.captureFeedback({
  message: 'The button does nothing.',
  email: 'ada@example.org',
  associatedEventId: Sentry.lastEventId(),
});`}
          />
        </div>
      )}
      {project && lines.length > 0 && (
        <FeedbackLines project={project.slug} lines={lines} showIssue />
      )}
      {feedback.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={feedback.isFetchingNextPage}
          onClick={() => feedback.fetchNextPage()}
        >
          Show more
        </button>
      )}
    </div>
  );
}
