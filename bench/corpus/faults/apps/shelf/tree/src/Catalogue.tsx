import { useEffect, useRef, useState } from 'react';
import { read } from './api';
import type { Book } from './types';

interface Found {
  books: Book[];
  pages: number;
  total: number;
}

const NOTHING: Found = { books: [], pages: 0, total: 0 };

export function Catalogue({ open }: { open: (id: string) => void }) {
  const [page, setPage] = useState(1);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState(NOTHING);
  const [sorted, setSorted] = useState(false);
  const asked = useRef(0);

  useEffect(() => {
    const mine = ++asked.current;
    read<Found>(`/books?page=${page}&query=${encodeURIComponent(query)}`)
      .then((answer) => {
        if (mine === asked.current) setFound(answer);
      })
      .catch(() => setFound(NOTHING));
  }, [page, query]);

  const books = sorted ? byAuthor(found.books) : found.books;
  const newest = found.books.length > 0 ? found.books.reduce(newer).title : 'none';
  return (
    <section>
      <h1>Catalogue</h1>
      <label>Search <input value={query} onChange={(event) => { setPage(1); setQuery(event.target.value); }} /></label>
      <button type="button" onClick={() => setSorted(true)}>Sort by author</button>
      <p>{found.total} books, the newest here: {newest}</p>
      <ul>
        {books.map((book) => (
          <li key={book.id}>
            <button type="button" onClick={() => open(book.id)}>{book.title}</button>{' '}
            {writers(book)}, {book.copies.free} of {book.copies.total} free
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => setPage(page - 1)} disabled={page === 1}>Previous</button>
      <button type="button" onClick={() => setPage(page + 1)}>Next</button>
      <Suggestions />
    </section>
  );
}

function newer(one: Book, other: Book): Book {
  return one.year < other.year ? other : one;
}

function writers({ authors }: Book): string {
  const [first, ...others] = authors;
  if (!first) return 'unknown';
  return others.length > 0 ? `${first.last} and others` : `${first.first} ${first.last}`;
}

function byAuthor(books: Book[]): Book[] {
  const key = (book: Book) => (book.authors[0]?.last ?? '').toLowerCase();
  return [...books].sort((one, other) => key(one).localeCompare(key(other)));
}

function Suggestions() {
  const [list, setList] = useState<{ id: string; title: string; reason: string }[]>([]);
  useEffect(() => {
    read<{ list: typeof list }>('/suggestions').then(
      (answer) => setList(answer.list),
      () => setList([]),
    );
  }, []);
  return <aside>{list.map(({ id, title, reason }) => <p key={id}>{title}: {reason}</p>)}</aside>;
}
