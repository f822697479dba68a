import { useAlerts, useFuel } from '../hooks/queries';
import { pounds } from '../lib/format';

export function Bar() {
  const { data: alerts = [] } = useAlerts();
  const { data: fuel } = useFuel();
  return (
    <p>
      {alerts.map(({ id, text }) => <span key={id}>{text} · </span>)}
      Diesel at {fuel ? pounds(fuel) : 'unknown'}
    </p>
  );
}
