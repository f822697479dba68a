import { useCallback, useEffect, useState } from 'preact/hooks';
import { graph } from './graphql.js';
import { TRIPS } from './queries.js';
import { departure } from './when.js';

const first = ({ edges }) => edges.map(({ node }) => node);

export function TripList({ open }) {
  const [trips, setTrips] = useState([]);
  const [cursor, setCursor] = useState(null);
  const [line, setLine] = useState('');

  const load = useCallback(async (after) => {
    const data = await graph('Trips', TRIPS, { after }).catch(() => null);
    const page = data?.trips;
    if (!page) return setLine('Trips cannot be shown now');
    const nodes = first(page);
    if (after) setLine(nodes.length > 0 ? `and ${nodes[0].title}` : 'no more');
    setTrips((before) => (after ? [...before, ...nodes] : nodes));
    setCursor(page.pageInfo.endCursor);
  }, []);
  useEffect(() => {
    load(null);
  }, [load]);

  const roomy = () => {
    const best = trips.filter(({ seats }) => seats).sort((a, b) => b.seats.left - a.seats.left)[0];
    setLine(best ? `${best.title} has ${best.seats.left} seats` : 'no trip has seats');
  };

  return (
    <section>
      <button onClick={roomy}>Roomiest</button>
      <button onClick={() => load(cursor)}>More trips</button>
      <p>{line}</p>
      {trips.map(({ id, title, departs, guide }) => (
        <p key={id}>
          <button onClick={() => open(id)}>{title}</button> {departure(departs)}, with {guide?.name ?? 'nobody yet'}
        </p>
      ))}
    </section>
  );
}
