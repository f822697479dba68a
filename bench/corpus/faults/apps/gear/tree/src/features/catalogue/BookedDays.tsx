import { formatDay, type Span } from '../../lib/dates';

export function BookedDays({ booked }: { booked: Span[] }) {
  if (booked.length === 0) return <p>Free on all days</p>;
  return (
    <ul aria-label="Booked">
      {booked.map(({ from, to }) => (
        <li key={from}>{`${formatDay(from)} to ${formatDay(to)}`}</li>
      ))}
    </ul>
  );
}
