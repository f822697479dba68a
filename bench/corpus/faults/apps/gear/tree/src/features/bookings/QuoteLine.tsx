import { skipToken } from '@reduxjs/toolkit/query';
import { formatMoney } from '../../lib/money';
import { useGetQuoteQuery } from '../../services/bookings';

interface QuoteLineProps {
  itemId: number;
  days: number;
}

export function QuoteLine({ itemId, days }: QuoteLineProps) {
  const { currentData: quote } = useGetQuoteQuery(days > 0 ? { itemId, days } : skipToken);
  if (!quote) return <p>Asking for the price…</p>;
  const last = quote.steps[days - 1];
  return <p>{`${formatMoney(quote.total)} in all, the last day for ${formatMoney(last.cents)}`}</p>;
}
