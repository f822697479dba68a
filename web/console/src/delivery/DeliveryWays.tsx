import { Link } from '../route/Link';
import { useSearch } from '../route/location';

/** From the figures to the deployments and back, with the same filters. */
export function DeliveryWays({ here }: { here: 'figures' | 'deployments' }) {
  const search = useSearch();
  return (
    <nav className="ways" aria-label="Delivery">
      <Link to={`/delivery${search}`} aria-current={here === 'figures' ? 'page' : undefined}>
        Figures
      </Link>
      <Link to={`/deployments${search}`} aria-current={here === 'deployments' ? 'page' : undefined}>
        Deployments
      </Link>
    </nav>
  );
}
