import { useEffect, useRef, useState } from 'react';
import { amount } from '../amounts.js';
import { useBooks } from '../books.jsx';
import { load, save } from '../client.js';

const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

export function Entries() {
  const { dispatch, say } = useBooks();
  const [{ entries, next }, setPage] = useState({ entries: [], next: null });
  const [filter, setFilter] = useState('');
  const latest = useRef('');

  useEffect(() => {
    latest.current = filter;
    load('/entries', filter ? { text: filter } : undefined)
      .then((page) => {
        if (latest.current === filter) setPage({ entries: page.entries ?? [], next: page.next });
      })
      .catch(() => say('The entries cannot be shown now'));
  }, [filter]);

  const older = async () => {
    const page = await load('/entries', { before: next ?? 0 });
    if (page.entries.length === 0) return say('That was all');
    const last = page.entries.at(-1);
    setPage((shown) => ({ entries: [...shown.entries, ...page.entries], next: page.next }));
    return say(`Back to ${last.text}`);
  };

  const when = ({ bookedOn }) => {
    const date = new Date(bookedOn ?? 'never');
    return Number.isNaN(date.getTime()) ? 'not yet' : month.format(date);
  };

  const post = async () => {
    let answer = null;
    try {
      answer = await save('/entries', { account: 'cash', text: 'Tea', cents: 450 });
    } catch (problem) {
      return say(problem.answer?.body?.problem ?? 'Nothing was booked');
    }
    if (!answer?.entry) return say('It was booked already');
    dispatch({ type: 'posted', entry: answer.entry });
    return say(`Booked as ${answer.entry.number}`);
  };

  const tags = () => {
    const all = entries.flatMap(({ tags: own }) => own ?? []).map((tag) => tag.name.toUpperCase());
    say([...new Set(all)].join(' ') || 'No tags');
  };

  const newest = entries[0] ?? null;
  return (
    <section>
      <label>Filter <input value={filter} onChange={({ target }) => setFilter(target.value)} /></label>
      <button onClick={older}>Older</button>
      <button onClick={post}>Book tea</button>
      <button onClick={tags}>Tags</button>
      <p>{newest ? `Newest: ${newest.text}` : 'Nothing is booked'}</p>
      {entries.map((entry) => (
        <p key={entry.number}>{entry.text}, {when(entry)}, {amount(entry.cents / 100)}</p>
      ))}
    </section>
  );
}
