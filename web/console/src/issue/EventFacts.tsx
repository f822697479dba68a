import type { Event } from '@suture/wire/api';
import { Time } from '../ui/Time';
import { Untrusted } from '../ui/Untrusted';

/** What the shown event says about itself: tags, user, request. */
export function EventFacts({ event }: { event: Event }) {
  const { user, request } = event;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Release', event.release],
    ['Environment', event.environment],
    ['Where', event.transaction],
    ['User', [user?.name, user?.email, user?.id, user?.ip].filter(Boolean).join(', ')],
    ['Request', [request?.method, request?.url].filter(Boolean).join(' ')],
    ['SDK', [event.sdk.name, event.sdk.version].filter(Boolean).join(' ')],
    ['Removed', event.details.scrubbed?.join(', ')],
  ];
  const tags = Object.entries(event.tags);
  return (
    <section className="panel side" aria-labelledby="event-title">
      <header className="panel-head">
        <h2 id="event-title">Event</h2>
        <code className="muted">{event.id.slice(0, 8)}</code>
        <Untrusted />
      </header>
      <dl className="facts">
        <div>
          <dt>When</dt>
          <dd>
            <Time at={event.at} />
          </dd>
        </div>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {tags.length > 0 && (
        <>
          <h3>Tags</h3>
          <ul className="tags">
            {tags.map(([name, value]) => (
              <li key={name}>
                <span>{name}</span>
                <b>{value}</b>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
