import { useState } from 'react';
import { badgeOf, ShipmentStatus } from '../domain/status';
import type { Brief } from '../domain/types';
import { useShipments } from '../hooks/queries';
import { useColumns } from '../hooks/useColumns';
import { onDay } from '../lib/format';

const CELLS: Record<string, (brief: Brief) => string> = {
  reference: ({ reference }) => reference,
  consignee: ({ consignee }) => consignee,
  status: ({ status }) => badgeOf(status).label,
  promised: ({ promised }) => onDay(promised),
};

export function ShipmentList({ onOpen }: { onOpen: (id: string) => void }) {
  const [status, setStatus] = useState('');
  const { data: briefs = [], isError } = useShipments(status);
  const { shown, toggle } = useColumns();
  const next = briefs.toSorted((one, other) => one.promised.getTime() - other.promised.getTime())[0];
  return (
    <section>
      <h1>Shipments</h1>
      <button type="button" onClick={() => setStatus('')}>All</button>
      {[ShipmentStatus.Booked, ShipmentStatus.OnHold].map((each) => (
        <button type="button" key={each} onClick={() => setStatus(each)}>Only {badgeOf(each).label}</button>
      ))}
      <button type="button" onClick={() => toggle('promised')}>Promised days</button>
      {isError && <p>Shipments cannot be shown now.</p>}
      <table>
        <tbody>
          {briefs.map((brief) => (
            <tr key={brief.id}>
              {shown.map((name) => <td key={name}>{CELLS[name](brief)}</td>)}
              <td><button type="button" onClick={() => onOpen(brief.id)}>Open {brief.reference}</button></td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>Promised first: {next?.reference ?? 'nothing'}</p>
    </section>
  );
}
