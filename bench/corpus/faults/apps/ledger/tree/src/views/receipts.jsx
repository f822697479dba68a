import { useState } from 'react';
import { useBooks } from '../books.jsx';
import { load } from '../client.js';

const KEPT = 'ledger.columns';

function columns() {
  const usual = ['number', 'shop'];
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null');
    return Array.isArray(kept) && kept.every((each) => typeof each === 'string') ? kept : usual;
  } catch {
    return usual;
  }
}

export function Receipts() {
  const { say } = useBooks();
  const [receipts, setReceipts] = useState({});
  const [open, setOpen] = useState(null);

  const show = async (number) => {
    const { receipt = null } = await load(`/receipts/${number}`).catch(() => ({}));
    if (!receipt) return say(`Receipt ${number} is missing`);
    setReceipts((all) => ({ ...all, [number]: receipt }));
    return setOpen(number);
  };

  const close = (number) => {
    setOpen(null);
    setReceipts(({ [number]: _, ...others }) => others);
  };

  const head = () => say(columns().map((column) => column.toUpperCase()).join(' | '));

  const shown = open === null ? null : receipts[open];
  return (
    <section>
      {[11, 12, 13].map((number) => (
        <button key={number} onClick={() => show(number)}>{`Receipt ${number}`}</button>
      ))}
      <button onClick={head}>Columns</button>
      <button onClick={() => close(open)}>Close</button>
      {shown && (
        <article>
          <p>{shown.shop?.label ?? 'a shop'}, {shown.items.length} things, signed {shown.signed?.at ?? 'never'}</p>
          {shown.items.map(({ label, cents = 0 }) => <p key={label}>{label} {(cents / 100).toFixed(2)}</p>)}
        </article>
      )}
    </section>
  );
}
