import { partition } from 'lodash-es';
import { Link, useParams } from 'react-router';
import { useAppDispatch } from '../../hooks';
import { formatDay } from '../../lib/dates';
import { formatMoney } from '../../lib/money';
import { useGetItemQuery } from '../../services/items';
import { added } from '../basket/basketSlice';
import { BookedDays } from './BookedDays';

export function ItemPage() {
  const id = Number(useParams().id);
  const dispatch = useAppDispatch();
  const { data: item, isError } = useGetItemQuery(id);

  if (isError) return <p role="alert">This item is not available.</p>;
  if (!item) return <p>Loading…</p>;
  const [included, extra] = partition(item.accessories, 'included');
  return (
    <main>
      <h1>{item.title}</h1>
      <p>{`${item.sku}, ${formatMoney(item.rate)} a day`}</p>
      <p>{item.servicedOn ? `Serviced on ${formatDay(item.servicedOn)}` : 'Not serviced yet'}</p>
      <p>{`With ${included.map(({ name }) => name).join(', ') || 'nothing else'}`}</p>
      {extra.length > 0 && <p>{`Ask for ${extra.map(({ name }) => name).join(', ')}`}</p>}
      <BookedDays booked={item.booked} />
      <button type="button" onClick={() => dispatch(added({ id, days: 1 }))}>
        Add to basket
      </button>
      <Link to={`/items/${id}/book`}>Book it</Link>
    </main>
  );
}
