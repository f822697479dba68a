import { useEffect, useReducer, useState } from 'react';
import { read, send } from './api';
import { day, daysUntil } from './dates';
import type { Loan } from './types';

interface Shelf {
  loans: Loan[];
  fees: { total: number; currency: string };
}

type Change = { kind: 'loaded'; shelf: Shelf } | { kind: 'renewed'; loan: Loan } | { kind: 'returned'; id: string };

const EMPTY: Shelf = { loans: [], fees: { total: 0, currency: 'EUR' } };

function reduce(state: Shelf, change: Change): Shelf {
  switch (change.kind) {
    case 'loaded':
      return { ...EMPTY, ...change.shelf };
    case 'renewed':
      return { ...state, loans: state.loans.map((loan) => (loan.id === change.loan.id ? change.loan : loan)) };
    case 'returned':
      return { ...state, loans: state.loans.filter(({ id }) => id !== change.id) };
  }
}

export function Loans() {
  const [state, dispatch] = useReducer(reduce, EMPTY);
  const [chosen, setChosen] = useState<string>();
  const [problem, setProblem] = useState('');

  useEffect(() => {
    read<Shelf>('/loans').then((shelf) => dispatch({ kind: 'loaded', shelf }), () => {});
  }, []);

  async function renew(id: string) {
    try {
      const { loan } = await send<{ loan: Loan }>(`/loans/${id}/renew`);
      dispatch({ kind: 'renewed', loan });
    } catch {
      setProblem('This loan cannot be renewed.');
    }
  }

  async function giveBack(id: string) {
    setChosen(undefined);
    await send(`/loans/${id}/return`).catch(() => {});
    dispatch({ kind: 'returned', id });
  }

  const shown = state.loans.find(({ id }) => id === chosen);
  return (
    <section>
      <h1>My loans</h1>
      <p>Fees: {state.fees.total.toFixed(2)} {state.fees.currency}</p>
      <p>{problem}</p>
      <ul>
        {state.loans.map((loan) => (
          <li key={loan.id}>
            {loan.book.title} due {day(loan.due)}
            <button type="button" onClick={() => renew(loan.id)}>{`Renew ${loan.book.title}`}</button>
            <button type="button" onClick={() => setChosen(loan.id)}>{`Details of ${loan.book.title}`}</button>
            <button type="button" onClick={() => giveBack(loan.id)}>{`Return ${loan.book.title}`}</button>
          </li>
        ))}
      </ul>
      {shown && <p>{shown.book.title}: {daysUntil(shown.due)} days left, renewed {shown.renewals} times</p>}
    </section>
  );
}
