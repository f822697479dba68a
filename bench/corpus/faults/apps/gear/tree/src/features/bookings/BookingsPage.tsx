import { groupBy, sortBy } from 'lodash-es';
import { formatDay, lastDay } from '../../lib/dates';
import { type Booking, type BookingState, useListBookingsQuery } from '../../services/bookings';
import { useItemTitle } from '../../services/items';
import { stageOf } from './stages';

function BookingRow({ booking }: { booking: Booking }) {
  const title = useItemTitle(booking.itemId);
  const { from, days, renter } = booking;
  return <li>{`${title} for ${renter}, ${formatDay(from)} to ${formatDay(lastDay(from, days))}`}</li>;
}

export function BookingsPage() {
  const { data: bookings = [], isLoading } = useListBookingsQuery();
  if (isLoading) return <p>Loading bookings…</p>;
  const byState = Object.entries(groupBy(bookings, 'state')) as [BookingState, Booking[]][];
  return (
    <main>
      <h1>Bookings</h1>
      {sortBy(byState, ([state]) => stageOf(state).order).map(([state, members]) => (
        <section key={state}>
          <h2>{`${stageOf(state).label} (${members.length})`}</h2>
          <ul>
            {members.map((booking) => (
              <BookingRow key={booking.id} booking={booking} />
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
