import { useMemo } from 'react';
import type { Driver } from '../domain/types';
import { useDrivers } from '../hooks/queries';
import { onDay } from '../lib/format';

const byLicence = (groups: Record<string, Driver[]>, driver: Driver) => {
  groups[driver.licence] = [...(groups[driver.licence] ?? []), driver];
  return groups;
};

export function Drivers() {
  const { data: drivers = [], isError } = useDrivers();
  const groups = useMemo(() => Object.entries(drivers.reduce(byLicence, {})), [drivers]);
  if (isError) return <p>Drivers cannot be shown now.</p>;
  return (
    <section>
      <h1>Drivers</h1>
      {groups.map(([licence, list]) => (
        <div key={licence}>
          <h2>Licence class {licence}</h2>
          <ul>{list.map(({ id, fullName, expires }) => <li key={id}>{fullName}, until {onDay(expires)}</li>)}</ul>
        </div>
      ))}
    </section>
  );
}
