import { type FormEvent, useState } from 'react';
import type { Quote } from '../domain/types';
import { useQuote } from '../hooks/queries';
import { onDay, pounds } from '../lib/format';

export function QuoteForm() {
  const [zone, setZone] = useState('north');
  const [weight, setWeight] = useState('');
  const [quote, setQuote] = useState<Quote>();
  const [note, setNote] = useState('');
  const { mutateAsync: ask } = useQuote();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setNote('');
    try {
      setQuote(await ask({ zone, weight: Number(weight) }));
    } catch (error) {
      setNote((error as Error).message);
    }
  };
  return (
    <form onSubmit={submit}>
      <h1>Quote</h1>
      <label htmlFor="zone">Zone</label> <select id="zone" value={zone} onChange={({ target }) => setZone(target.value)}><option>north</option><option>coast</option></select>
      <label>Weight <input value={weight} onChange={({ target }) => setWeight(target.value)} /></label>
      <button type="submit">Ask</button>
      <p>{note}</p>
      {quote && (
        <>
          <ul>{quote.lines.map(({ label, cents }) => <li key={label}>{label} {pounds(cents)}</li>)}</ul>
          <p>{quote.number}: {pounds(quote.totalCents)}, good until {onDay(quote.validUntil)}</p>
        </>
      )}
    </form>
  );
}
