import type { IssueDetail } from '@suture/wire/api';
import { Link } from '../route/Link';
import { issuePath } from '../route/route';
import { Icon } from '../ui/Icon';
import { fullCount } from '../ui/number';
import { Time } from '../ui/Time';

interface EventsTableProps {
  detail: IssueDetail;
  /** Id of the event whose stack is on the page. */
  shown: string | undefined;
}

/** The newest events of the issue; choosing one shows its stack, and its capture if it has one. */
export function EventsTable({ detail, shown }: EventsTableProps) {
  const { issue, events } = detail;
  return (
    <section className="panel" aria-labelledby="events-title">
      <header className="panel-head">
        <h2 id="events-title">Events</h2>
        <span className="muted">
          {events.length < issue.events
            ? `the newest ${events.length} of ${fullCount(issue.events)}`
            : 'all of them'}
        </span>
      </header>
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
            {events.map((event) => (
              <tr key={event.id} data-shown={event.id === shown}>
                <td>
                  <Link
                    to={issuePath(issue.id, {
                      event: event.id,
                      ...(event.captured && { capture: event.id }),
                    })}
                    className="mono"
                    aria-current={event.id === shown ? 'true' : undefined}
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
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function None() {
  return <span className="muted">–</span>;
}
