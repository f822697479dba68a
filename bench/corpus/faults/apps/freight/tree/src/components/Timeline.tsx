import type { Depot } from '../domain/types';
import { useEvents } from '../hooks/queries';
import { latestOf } from '../lib/collect';
import { atTime } from '../lib/format';

export function Timeline({ id, depots }: { id: string; depots?: Map<string, Depot> }) {
  const { data: events, isError } = useEvents(id);
  if (isError) return <p>No tracking now</p>;
  if (!events) return <p>Tracking</p>;
  const latest = latestOf(events);
  return (
    <>
      <p>{latest ? `Last: ${latest.code} at ${atTime(latest.at)}` : 'Nothing happened yet'}</p>
      <ul>
        {events.map(({ code, at, depotId }) => (
          <li key={code}>{code} {atTime(at)} {(depotId && depots?.get(depotId)?.code) ?? ''}</li>
        ))}
      </ul>
    </>
  );
}
