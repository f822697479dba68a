import { useState } from 'react';
import { badgeOf } from '../domain/status';
import { useDepots, useHold, useShipment } from '../hooks/queries';
import { total } from '../lib/collect';
import { kilos, pounds } from '../lib/format';
import { Legs } from './Legs';
import { Timeline } from './Timeline';

export function ShipmentDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: shipment, isPending } = useShipment(id);
  const { data: depots } = useDepots();
  const hold = useHold(id);
  const [tab, setTab] = useState<'legs' | 'events'>('legs');
  const [note, setNote] = useState('');
  if (isPending) return <p>One moment</p>;
  if (!shipment) return <p>That shipment cannot be shown.</p>;
  const { consignee, insurance, items } = shipment;
  const weight = total(items, ({ quantity, kilos: each }) => quantity * each);
  const holdIt = async () => {
    try {
      const { hold: kept } = await hold.mutateAsync('asked by phone');
      setNote(kept ? `Held until ${kept.released_on}` : 'Held');
    } catch (error) {
      setNote(`Not held: ${(error as Error).message}`);
    }
  };
  const print = () => {
    const sheet = document.getElementById('label-sheet');
    if (sheet) {
      sheet.textContent = `${shipment.reference} to ${consignee.name}`;
      setNote('Label printed');
    }
  };
  return (
    <section>
      <h1>{shipment.reference}</h1>
      <p>{consignee.name}, {consignee.city}: {badgeOf(shipment.status).label}</p>
      <p>{consignee.position ? `At ${consignee.position.lat}, ${consignee.position.lng}` : 'Somewhere'}</p>
      <p>{kilos(weight)} in {items.length} kinds</p>
      <p>{insurance ? `${insurance.provider} covers ${pounds(insurance.coverCents)}` : 'Not insured'}</p>
      <button type="button" onClick={() => setTab('legs')}>Legs</button>
      <button type="button" onClick={() => setTab('events')}>Tracking</button>
      <button type="button" onClick={holdIt}>Hold</button>
      <button type="button" onClick={print}>Print label</button>
      <button type="button" onClick={onClose}>Back</button>
      <p>{note}</p>
      {tab === 'legs' ? <Legs legs={shipment.legs} depots={depots} /> : <Timeline id={id} depots={depots} />}
    </section>
  );
}
