import { useAudit } from '../account/queries';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';

/** What was done about who may do what. */
export function AuditPanel() {
  const audit = useAudit();
  const entries = audit.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section className="panel" aria-labelledby="audit-title">
      <header className="panel-head">
        <h2 id="audit-title">Audit log</h2>
      </header>
      {audit.isPending && <Skeleton height={240} />}
      {audit.error && <Failure error={audit.error} onRetry={() => audit.refetch()} />}
      {entries.length > 0 && (
        <div className="table-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">From</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.id}>
                  <td>
                    <Time at={entry.at} />
                  </td>
                  <td title={entry.actor}>{entry.name}</td>
                  <td className="wrap">
                    {entry.action}
                    {entry.subject && <span className="muted"> {entry.subject}</span>}
                  </td>
                  <td>
                    <code className="muted">{entry.address}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {audit.hasNextPage && (
        <div className="panel-form">
          <button
            type="button"
            className="button"
            disabled={audit.isFetchingNextPage}
            onClick={() => audit.fetchNextPage()}
          >
            Show older ones
          </button>
        </div>
      )}
    </section>
  );
}
