import { useEffect, useState } from 'react';
import { read } from './api';

interface Board {
  unread: number;
  latest: { title: string } | null;
}

/** How many notices are unread, asked for again and again. */
export function Notices() {
  const [board, setBoard] = useState<Board>({ unread: 0, latest: null });
  useEffect(() => {
    const timer = setInterval(async () => {
      try {
        setBoard(await read<Board>('/notices'));
      } catch {
        // The next round asks again.
      }
    }, 600);
    return () => clearInterval(timer);
  }, []);
  return <small>{board.unread} unread {board.latest ? `– ${board.latest.title}` : ''}</small>;
}
