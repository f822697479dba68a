import { useEffect, useState } from 'react';
import { client } from '../api/Client';

/** Weather and tickets, asked for again and again. */
export function Ticker() {
  const [told, setTold] = useState({});
  useEffect(() => {
    const look = (path, pick) => client.read(path).then((body) => setTold((now) => ({ ...now, ...pick(body) })), () => {});
    const timer = setInterval(() => {
      look('/weather', ({ now }) => ({ celsius: now?.celsius }));
      look('/tickets', ({ sold }) => ({ sold }));
    }, 500);
    return () => clearInterval(timer);
  }, []);
  return <p>{told.celsius ?? '?'} degrees, {told.sold ?? '?'} tickets</p>;
}
