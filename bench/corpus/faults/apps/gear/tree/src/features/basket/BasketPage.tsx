import { useAppSelector } from '../../hooks';
import { formatMoney } from '../../lib/money';
import { saveHtml } from '../../lib/saveHtml';
import { useListItemsQuery } from '../../services/items';
import { selectDiscount, selectLines } from './basketSlice';
import { DiscountForm } from './DiscountForm';

export function BasketPage() {
  const lines = useAppSelector(selectLines);
  const discount = useAppSelector(selectDiscount);
  const { data: items } = useListItemsQuery();
  const priced = lines.map(({ id, days }) => {
    const item = items?.entities[id];
    return { id, days, title: item?.title ?? `Item ${id}`, cents: (item?.rate ?? 0) * days };
  });
  const total = priced.reduce((sum, { cents }) => sum + cents, 0) * (1 - discount / 100);

  return (
    <main>
      <h1>Basket</h1>
      {priced.length === 0 && <p>Nothing in it yet</p>}
      <ul id="basket-lines">
        {priced.map(({ id, days, title, cents }) => (
          <li key={id}>{`${title} for ${days} days: ${formatMoney(cents)}`}</li>
        ))}
      </ul>
      <p>{`${formatMoney(Math.round(total))} in all`}</p>
      <DiscountForm />
      <button type="button" onClick={() => saveHtml('basket-lines', 'basket.html')}>
        Save list
      </button>
    </main>
  );
}
