import type { EventLine, Issue } from '@suture/wire/api';
import { useIssueEvents } from '../api/life';
import { Link } from '../route/Link';
import { issuePath } from '../route/route';
import { Icon } from '../ui/Icon';
import { Failure } from '../ui/Notice';
import { fullCount } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';

interface EventsTableProps {
  issue: Issue;
  /** Id of the event whose stack is on the page. */
  shown: string | undefined;
}

/** The kept events of the issue; choosing one shows its stack, and its capture if it has one. */
export function EventsTable({ issue, shown }: EventsTableProps) {
  const events = useIssueEvents(issue.id);
  const lines = events.data?.pages.flatMap((page) => page.events);
  return (
    <section className="panel" aria-labelledby="events-title">
      <header className="panel-head">
        <h2 id="events-title">Events</h2>
        {lines && (
          <span className="muted">
            {lines.length < issue.events
              ? `the newest ${fullCount(lines.length)} of ${fullCount(issue.events)}`
              : 'all of them'}
          </span>
        )}
      </header>
      {events.error && <Failure error={events.error} onRetry={() => events.refetch()} />}
      {events.isPending && <Skeleton height={240} />}
      {lines && (
        <div className="table-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">Event</th>
                <th scope="col">When</th>
                <th scope="col">Release</th>
                <th scope="col">Environment</th>
                <th scope="col">User</th>
                <th scope="col">Capture</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((event) => (
                <EventRow
                  key={event.id}
                  issue={issue.id}
                  event={event}
                  shown={event.id === shown}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {events.hasNextPage && (
        <div className="load-more">
          <button
            type="button"
            className="button"
            disabled={events.isFetchingNextPage}
            onClick={() => events.fetchNextPage()}
          >
            {events.isFetchingNextPage ? 'Loading…' : 'Older events'}
          </button>
        </div>
      )}
    </section>
  );
}

interface EventRowProps {
  issue: string;
  event: EventLine;
  shown: boolean;
}

function EventRow({ issue, event, shown }: EventRowProps) {
  return (
    <tr data-shown={shown}>
      <td>
        <Link
          to={issuePath(issue, { event: event.id, ...(event.captured && { capture: event.id }) })}
          className="mono"
          aria-current={shown ? 'true' : undefined}
        >
          {event.id.slice(0, 8)}
        </Link>
      </td>
      <td>
        <Time at={event.at} />
      </td>
      <td>{event.release ?? <None />}</td>
      <td>{event.environment ?? <None />}</td>
      <td>{event.user ?? <None />}</td>
      <td>
        {event.captured ? (
          <span title="A recorder was there">
            <Icon name="camera" size={14} />
            <span className="hidden">yes</span>
          </span>
        ) : (
          <None />
        )}
      </td>
    </tr>
  );
}

function None() {
  return <span className="muted">–</span>;
}
