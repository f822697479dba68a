import { useState } from 'react';
import { useDepots } from '../hooks/queries';
import { useSlots } from '../hooks/useSlots';

export function SlotPicker() {
  const { data: depots } = useDepots();
  const [depotId, setDepotId] = useState<string>();
  const [picked, setPicked] = useState(0);
  const slots = useSlots(depotId);
  const day = slots?.days[picked];
  const choose = (id: string) => {
    setDepotId(id);
    setPicked(0);
  };
  return (
    <section>
      <h1>Slots</h1>
      {[...(depots?.values() ?? [])].map(({ id, name }) => (
        <button type="button" key={id} onClick={() => choose(id)}>Slots at {name}</button>
      ))}
      {slots?.days.map(({ date }, at) => (
        <button type="button" key={date} onClick={() => setPicked(at)}>Day {date}</button>
      ))}
      {day && <p>On {day.date} from {day.times.join(', ')}</p>}
    </section>
  );
}
