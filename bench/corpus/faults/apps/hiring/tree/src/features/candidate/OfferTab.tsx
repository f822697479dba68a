import type { Candidate } from '../../api/types';
import { formatDay, formatMoney } from '../../lib/format';

export function OfferTab({ candidate }: { candidate: Candidate }) {
  const { offer } = candidate;
  if (!offer) return <p>No offer has been drafted</p>;
  return (
    <section>
      <p>{`${formatMoney(offer.salary)} from ${formatDay(offer.startDate)}`}</p>
      <ul>
        {offer.approvals.map(({ by, at }) => (
          <li key={by.id}>{`Approved by ${by.name} on ${formatDay(at)}`}</li>
        ))}
      </ul>
    </section>
  );
}
