import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { when } from '../../components/dates';
import { FIRINGS } from '../../graphql/operations';
import type { FiringFragment } from '../../graphql/types';
import { lookOf } from './status';

const byKiln = (firings: FiringFragment[]) => Map.groupBy(firings, ({ kiln }) => kiln.name);

export function FiringBoard() {
  const { data } = useQuery(FIRINGS);
  const firings = useMemo(
    () => [...(data?.firings ?? [])].sort((one, other) => lookOf(one.status).order - lookOf(other.status).order),
    [data],
  );
  const hot = firings.filter(({ status }) => lookOf(status).hot).length;
  return (
    <section>
      <h1>Firings</h1>
      <p>{hot} hot</p>
      {[...byKiln(firings)].map(([kiln, list]) => (
        <div key={kiln}>
          <h2>{kiln}</h2>
          <ul>{list.map((firing) => <Firing key={firing.id} firing={firing} />)}</ul>
        </div>
      ))}
    </section>
  );
}

function Firing({ firing: { status, program, startedAt } }: { firing: FiringFragment }) {
  return <li>{lookOf(status).label}: {program?.name ?? 'by hand'} to {program?.peak ?? '?'}, started {when(startedAt)}</li>;
}
