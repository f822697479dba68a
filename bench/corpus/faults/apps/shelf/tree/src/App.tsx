import { useState } from 'react';
import { Account } from './Account';
import { BookPage } from './BookPage';
import { Catalogue } from './Catalogue';
import { Loans } from './Loans';
import { Notices } from './Notices';
import { Opening } from './Opening';

type View = { name: 'books' } | { name: 'book'; id: string } | { name: 'loans' | 'opening' | 'account' };

export function App() {
  const [view, setView] = useState<View>({ name: 'books' });
  return (
    <>
      <header>
        <strong>Shelf</strong> <Notices />
        <nav>
          <button type="button" onClick={() => setView({ name: 'books' })}>Catalogue</button>
          <button type="button" onClick={() => setView({ name: 'loans' })}>My loans</button>
          <button type="button" onClick={() => setView({ name: 'opening' })}>Opening hours</button>
          <button type="button" onClick={() => setView({ name: 'account' })}>Account</button>
        </nav>
      </header>
      <main>
        {view.name === 'books' && <Catalogue open={(id) => setView({ name: 'book', id })} />}
        {view.name === 'book' && <BookPage key={view.id} id={view.id} />}
        {view.name === 'loans' && <Loans />}
        {view.name === 'opening' && <Opening />}
        {view.name === 'account' && <Account />}
      </main>
    </>
  );
}
