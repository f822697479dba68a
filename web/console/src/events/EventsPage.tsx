import type { FoundEvent } from '@suture/wire/api';
import { useProjects } from '../api/queries';
import { Scope } from '../issues/ListControls';
import { Link } from '../route/Link';
import { navigate, useSearch } from '../route/location';
import { issuePath } from '../route/route';
import { type ListParams, readParams, writeParams } from '../search/listParams';
import { SearchBar } from '../search/SearchBar';
import { quoted } from '../search/terms';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { exactTime } from '../ui/time';
import { useTitle } from '../ui/title';
import { useEvents } from './queries';

/** Kept events of all issues, searched by what each of them says of itself. */
export function EventsPage() {
  useTitle('Events');
  const params = readParams(useSearch(), '');
  const change = (changes: Partial<ListParams>) =>
    navigate(`/events${writeParams(params, changes, '')}`, { replace: true });
  const projects = useProjects().data ?? [];
  const events = useEvents(params);
  const rows = events.data?.pages.flatMap((page) => page.events) ?? [];
  const readBack = events.data?.pages.at(-1)?.readBack;
  const misread = events.error && 'at' in events.error && events.error.at !== undefined;

  return (
    <div className="page page-wide">
      <div className="page-head">
        <h1>Events</h1>
      </div>
      <SearchBar
        query={params.q}
        project={params.project}
        label="Search the events"
        error={events.error}
        onSearch={(q) => change({ q })}
      />
      <div className="list-controls">
        <p className="list-note">Those that are kept with their content, newest first.</p>
        <div className="list-selects">
          <Scope params={params} projects={projects} onChange={change} />
        </div>
      </div>
      {events.error && !misread && (
        <Failure error={events.error} onRetry={() => events.refetch()} />
      )}
      {events.isPending && (
        <div className="issue-list" role="status" aria-label="Loading the events">
          {Array.from({ length: 8 }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the places are all alike
            <div key={index} className="event-line">
              <Skeleton height={18} width="62%" />
            </div>
          ))}
        </div>
      )}
      {rows.length > 0 && (
        <ul
          className={events.isPlaceholderData || events.error ? 'issue-list stale' : 'issue-list'}
        >
          {rows.map((event) => (
            <EventRow
              key={`${event.project} ${event.id}`}
              event={event}
              onSearch={(term) => change({ q: `${params.q} ${term}`.trim() })}
            />
          ))}
        </ul>
      )}
      {events.data && !events.error && rows.length === 0 && !events.hasNextPage && (
        <div className="empty">
          <h2>{params.q || params.environment ? 'Nothing matches' : 'No event yet'}</h2>
          <p>
            {params.q || params.environment
              ? 'No event that is kept has all of this. Counts go on for those that are not kept: the issues list finds them.'
              : 'The first error or report that arrives shows up here by itself.'}
          </p>
        </div>
      )}
      {events.hasNextPage && (
        <div className="load-more">
          {readBack && <p>Looked back to {exactTime(Date.parse(readBack))}.</p>}
          <button
            type="button"
            className="button"
            disabled={events.isFetchingNextPage}
            onClick={() => events.fetchNextPage()}
          >
            {events.isFetchingNextPage
              ? 'Searching…'
              : readBack
                ? 'Search further back'
                : 'Load more'}
          </button>
        </div>
      )}
    </div>
  );
}

interface EventRowProps {
  event: FoundEvent;
  onSearch: (term: string) => void;
}

/** One event: where it leads, and what it says of itself, each a press away from a search. */
function EventRow({ event, onSearch }: EventRowProps) {
  const facts = [
    ['release', event.release],
    ['environment', event.environment],
    ['browser', event.browser],
    ['os', event.os],
    ['user', event.user],
  ] as const;
  return (
    <li className="event-line" data-level={event.level}>
      <div className="event-main">
        <Link
          to={issuePath(event.issue, { tab: 'events', event: event.id })}
          className="event-link"
        >
          {event.title}
        </Link>
        <div className="event-facts">
          <span>{event.issue}</span>
          {facts.map(
            ([name, value]) =>
              value && (
                <button
                  key={name}
                  type="button"
                  className="event-fact"
                  title={`Only ${name} ${value}`}
                  onClick={() => onSearch(`${name}:${quoted(value)}`)}
                >
                  {value}
                </button>
              ),
          )}
          {event.url && <code>{event.url}</code>}
        </div>
      </div>
      <span className="event-when">
        <Time at={event.at} />
      </span>
    </li>
  );
}
