import { useEffect } from 'react';
import { ApiError } from '../api/client';
import { useCapture } from '../api/queries';
import { Link } from '../route/Link';
import { navigate } from '../route/location';
import { issuePath } from '../route/route';
import { Failure } from '../ui/Notice';
import { useTitle } from '../ui/title';

/** Where a report's link leads: to its issue, as soon as the capture has been read. */
export function CaptureLinkPage({ id }: { id: string }) {
  const capture = useCapture(id);
  const issue = capture.data?.issue;
  useTitle('Report');
  useEffect(() => {
    if (issue) navigate(`${issuePath(issue, { capture: id, event: id })}`, { replace: true });
  }, [issue, id]);

  if (capture.error) {
    const late = capture.error instanceof ApiError && capture.error.status === 404;
    return (
      <div className="page">
        <div className="empty">
          {late ? (
            <>
              <h1>This report is not here</h1>
              <p>
                It did not turn up within a minute. The link may be cut off, the report may have
                been refused, or the server has much to read: its{' '}
                <Link to="/settings">backlog</Link> tells.
              </p>
              <p>
                <button
                  type="button"
                  className="button button-primary"
                  onClick={() => capture.refetch()}
                >
                  Look again
                </button>
              </p>
            </>
          ) : (
            <Failure error={capture.error} onRetry={() => capture.refetch()} />
          )}
        </div>
      </div>
    );
  }
  return (
    <div className="page">
      <div className="empty" role="status">
        <h1>The report is being read…</h1>
        <p>That takes a moment after it was sent. This page moves on to its issue by itself.</p>
        <div className="progress" aria-hidden="true" />
      </div>
    </div>
  );
}
