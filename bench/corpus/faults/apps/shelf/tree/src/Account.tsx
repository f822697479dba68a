import { useEffect, useState } from 'react';
import { read } from './api';

interface Reader {
  id: string;
  called: string;
  card: { number: string; expires: string } | null;
  branches: { code: string; label: string }[];
  home: string;
}

const KEPT = 'shelf.settings';

interface Settings {
  version: number;
  lists: { label: string; books: string[] }[];
}

function settings(): Settings {
  const empty: Settings = { version: 2, lists: [] };
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null');
    return kept?.version === 2 ? kept : empty;
  } catch {
    return empty;
  }
}

export function Account() {
  const [reader, setReader] = useState<Reader>();
  const [shown, setShown] = useState('');
  useEffect(() => {
    read<Reader>('/reader').then(setReader, () => {});
  }, []);

  function showHome() {
    const branch = reader?.branches.find(({ code }) => code === reader.home);
    setShown(branch ? branch.label.toUpperCase() : 'No home branch');
  }

  function showLists() {
    const { lists } = settings();
    setShown(lists.map(({ label, books }) => `${label} (${books.length})`).join(', ') || 'No lists');
  }

  function print() {
    const sheet = document.querySelector('#sheet');
    if (sheet) sheet.textContent = `Card of ${reader?.called ?? 'a reader'}`;
  }

  return (
    <section>
      <h1>Account</h1>
      <p>{reader?.called} {reader?.card ? `card ${reader.card.number.slice(-4)}` : 'no card'}</p>
      <button type="button" onClick={showHome}>Home branch</button>
      <button type="button" onClick={showLists}>My lists</button>
      <button type="button" onClick={print}>Print card</button>
      <p>{shown}</p>
      <p id="sheet" />
    </section>
  );
}
