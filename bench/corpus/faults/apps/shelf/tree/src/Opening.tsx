import { useEffect, useState } from 'react';
import { read } from './api';

interface Day {
  day: string;
  hours: { from: string; to: string } | null;
}

export function Opening() {
  const [days, setDays] = useState<Day[]>([]);
  const [note, setNote] = useState('');
  useEffect(() => {
    read<{ days: Day[] }>('/opening').then((answer) => setDays(answer.days ?? []), () => {});
  }, []);

  function longest() {
    const open = days.filter((day) => day.hours);
    if (open.length === 0) return setNote('Closed all week');
    const length = ({ hours }: Day) => Number(hours!.to.split(':')[0]) - Number(hours!.from.split(':')[0]);
    const best = open.reduce((one, other) => (length(other) > length(one) ? other : one));
    setNote(`Longest on ${best.day}`);
  }

  return (
    <section>
      <h1>Opening hours</h1>
      {days.map(({ day, hours }) => <p key={day}>{day}: {hours ? `${hours.from}–${hours.to}` : 'closed'}</p>)}
      <button type="button" onClick={longest}>Longest day</button>
      <p>{note}</p>
    </section>
  );
}
