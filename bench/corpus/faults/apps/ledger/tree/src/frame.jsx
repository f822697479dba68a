import { useState } from 'react';
import { useBooks } from './books.jsx';
import { Accounts } from './views/accounts.jsx';
import { Budget } from './views/budget.jsx';
import { Entries } from './views/entries.jsx';
import { Receipts } from './views/receipts.jsx';

const views = { Accounts, Entries, Budget, Receipts };

export function Frame() {
  const [name, setName] = useState('Accounts');
  const { online, said } = useBooks();
  const View = views[name];
  return (
    <>
      <h1>Ledger</h1>
      <small>{online} at the books</small>
      <nav>
        {Object.keys(views).map((each) => (
          <button key={each} onClick={() => setName(each)}>{each}</button>
        ))}
      </nav>
      <p role="status">{said}</p>
      <View />
    </>
  );
}
