import { useState } from 'react';
import type { AgendaDay } from './agenda';

export function AgendaList({ agenda }: { agenda: AgendaDay[] }) {
  const [cursor, setCursor] = useState(0);
  const items = agenda.flatMap((day) => day.items);
  const current = items[Math.min(cursor, items.length - 1)];

  return (
    <>
      {agenda.map(({ day, items: entries }) => (
        <section key={day}>
          <h2>{day}</h2>
          {entries.map(({ id, time, title, place, panel }) => (
            <article key={id} className="card">
              {`${time} ${title}, ${place}`}
              <p className="muted">{panel}</p>
            </article>
          ))}
        </section>
      ))}
      <p>{current ? `Next up: ${current.title}` : 'Nothing is planned'}</p>
      <button type="button" onClick={() => setCursor((at) => Math.min(at + 1, items.length - 1))}>
        Skip to next
      </button>
    </>
  );
}
