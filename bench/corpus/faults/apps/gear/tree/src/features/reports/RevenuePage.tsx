import { maxBy, sumBy } from 'lodash-es';
import { useState } from 'react';
import { formatMoney } from '../../lib/money';
import { useGetRevenueQuery } from '../../services/reports';

const YEARS = [2026, 2025, 2024];

export function RevenuePage() {
  const [year, setYear] = useState(YEARS[0]);
  const { currentData: months } = useGetRevenueQuery(year);
  return (
    <main>
      <h1>Revenue</h1>
      {YEARS.map((each) => (
        <button key={each} type="button" onClick={() => setYear(each)}>
          {`Year ${each}`}
        </button>
      ))}
      {months ? <p>{`${formatMoney(sumBy(months, 'cents'))} in ${year}, best in ${maxBy(months, 'cents')?.month ?? 'no month'}`}</p> : <p>Counting…</p>}
    </main>
  );
}
