import type { AlertDelivery } from '@suture/wire/api';
import { Failure } from '../ui/Notice';
import { duration } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { exactTime } from '../ui/time';
import { useDeliveries, useSendAgain } from './queries';
import { actionWords, deliveryTones, deliveryWords } from './words';

/** Each message with its attempts, newest first. */
export function Deliveries({ slug }: { slug: string }) {
  const deliveries = useDeliveries(slug);
  if (deliveries.isPending) return <Skeleton height={240} />;
  if (deliveries.error && !deliveries.data)
    return <Failure error={deliveries.error} onRetry={() => deliveries.refetch()} />;
  if (deliveries.data.length === 0)
    return (
      <div className="empty">
        <h2>No message yet</h2>
        <p>Each message is listed here with its attempts and what the other side answered.</p>
      </div>
    );
  return (
    <section className="panel" aria-label="Messages">
      <ul className="alerts">
        {deliveries.data.map((delivery) => (
          <Line key={delivery.id} slug={slug} delivery={delivery} />
        ))}
      </ul>
    </section>
  );
}

function Line({ slug, delivery }: { slug: string; delivery: AlertDelivery }) {
  const again = useSendAgain(slug);
  const waits = delivery.state === 'waiting' && Date.parse(delivery.due) > Date.now() + 1_000;
  return (
    <li className="alert" data-state={delivery.state}>
      <div className="alert-head">
        <span className={`badge badge-${deliveryTones[delivery.state]}`}>
          {deliveryWords[delivery.state]}
        </span>
        <strong>
          {actionWords[delivery.action]} to {delivery.channelName}
        </strong>
        {delivery.alerts.length > 1 && <span>{delivery.alerts.length} alerts in one message</span>}
        <span className="muted alert-when">
          <Time at={delivery.created} />
        </span>
      </div>
      {delivery.says && (delivery.state === 'held' || delivery.state === 'dropped') && (
        <p className="muted alert-facts">
          <span>{delivery.says}</span>
        </p>
      )}
      {waits && (
        <p className="muted alert-facts">
          <span>
            {delivery.attempts.length > 0 ? 'Tried again' : 'Gathers what else is found, sent'} at{' '}
            {exactTime(Date.parse(delivery.due))}
          </span>
        </p>
      )}
      {delivery.attempts.length > 0 && (
        <ol className="attempts">
          {delivery.attempts.map((attempt) => (
            <li key={attempt.at}>
              <span className="mono">{exactTime(Date.parse(attempt.at))}</span>
              <span>{attempt.answer}</span>
              {attempt.millis !== undefined && (
                <span className="muted">{duration(attempt.millis)}</span>
              )}
            </li>
          ))}
        </ol>
      )}
      {delivery.state === 'failed' && (
        <div className="alert-actions">
          <button
            type="button"
            className="button"
            disabled={again.isPending}
            onClick={() => again.mutate(delivery.id)}
          >
            Send it again
          </button>
        </div>
      )}
      {again.error && <Failure error={again.error} />}
    </li>
  );
}
