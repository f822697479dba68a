import { groupBy, map } from 'lodash-es';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { formatMoney } from '../../lib/money';
import { selectAllItems, useListItemsQuery } from '../../services/items';

export function CataloguePage() {
  const { data, isLoading, isError } = useListItemsQuery();
  const shelves = useMemo(() => groupBy(data ? selectAllItems(data) : [], 'category'), [data]);

  if (isLoading) return <p>Loading the catalogue…</p>;
  if (isError) return <p role="alert">The catalogue is not available.</p>;
  return (
    <main>
      <h1>Catalogue</h1>
      {map(shelves, (items, category) => (
        <section key={category}>
          <h2>{category}</h2>
          <ul>
            {items.map(({ id, title, rate, stock }) => (
              <li key={id}>
                <Link to={`/items/${id}`}>{title}</Link> {formatMoney(rate)} a day, {stock} in stock
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
