import { useParams } from 'react-router';
import { useGetItemQuery } from '../../services/items';
import { BookingForm } from './BookingForm';

export function BookingPage() {
  const id = Number(useParams().id);
  const { data: item } = useGetItemQuery(id);
  if (!item) return <p>Loading…</p>;
  return (
    <main>
      <h1>{`Book ${item.title}`}</h1>
      <BookingForm item={item} />
    </main>
  );
}
