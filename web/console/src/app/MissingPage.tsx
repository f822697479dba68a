import { Link } from '../route/Link';
import { useTitle } from '../ui/title';

export function MissingPage() {
  useTitle('No such page');
  return (
    <div className="page">
      <div className="empty">
        <h1>There is no such page</h1>
        <p>The address may be cut off or mistyped.</p>
        <p>
          <Link to="/" className="button button-primary">
            All issues
          </Link>
        </p>
      </div>
    </div>
  );
}
