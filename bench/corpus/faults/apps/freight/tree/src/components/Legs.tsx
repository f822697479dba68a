import type { Depot, Leg } from '../domain/types';
import { useDrivers } from '../hooks/queries';
import { byId } from '../lib/collect';
import { atTime } from '../lib/format';

export function Legs({ legs, depots }: { legs: Leg[]; depots?: Map<string, Depot> }) {
  const { data: drivers } = useDrivers();
  if (!drivers || !depots) return <p>Looking for drivers</p>;
  const known = byId(drivers);
  return (
    <ol>
      {legs.map(({ id, from, to, departs, plate, driverId }) => (
        <li key={id}>
          {depots.get(from)?.name ?? from} to {depots.get(to)?.name ?? to}, {atTime(departs)}, {plate} driven by{' '}
          {known.get(driverId)?.fullName ?? 'nobody yet'}
        </li>
      ))}
    </ol>
  );
}
