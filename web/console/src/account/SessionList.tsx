import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { browserName } from './browserName';
import { useEndOthers, useEndSession, useSessions } from './queries';

/** The browsers that are signed in, and the way to sign one out. */
export function SessionList() {
  const sessions = useSessions();
  const end = useEndSession();
  const endOthers = useEndOthers();
  const others = sessions.data?.filter((session) => !session.current) ?? [];
  return (
    <section className="panel" aria-labelledby="sessions-title">
      <header className="panel-head">
        <h2 id="sessions-title">Signed in</h2>
        <span className="spring" />
        {others.length > 0 && (
          <button
            type="button"
            className="button"
            disabled={endOthers.isPending}
            onClick={() => endOthers.mutate(undefined)}
          >
            Sign out all others
          </button>
        )}
      </header>
      {sessions.isPending && <Skeleton height={62} />}
      {sessions.error && <Failure error={sessions.error} onRetry={() => sessions.refetch()} />}
      <ul className="rows">
        {sessions.data?.map((session) => (
          <li key={session.id}>
            <div className="row-main">
              <span title={session.agent}>
                {browserName(session.agent)}{' '}
                {session.current && <span className="badge badge-good">this one</span>}
              </span>
              <span>
                from {session.address}, last used <Time at={session.seen} />, signed in{' '}
                <Time at={session.created} />
              </span>
            </div>
            {!session.current && (
              <div className="row-end">
                <button
                  type="button"
                  className="button"
                  disabled={end.isPending}
                  onClick={() => end.mutate(session.id)}
                >
                  Sign out
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {(end.error || endOthers.error) && <Failure error={end.error ?? endOthers.error} />}
    </section>
  );
}
