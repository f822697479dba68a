import type { ReactNode } from 'react';
import { useMe } from '../account/queries';
import { useHotfixes } from '../api/queries';
import { ToldBar } from '../bulk/ToldBar';
import { Link } from '../route/Link';
import type { Route } from '../route/route';
import { Mark } from '../ui/Mark';
import { Shortcuts } from './Shortcuts';
import { ThemeButton } from './ThemeButton';

/** What stands around every page: the skip link, the header with the ways, the shortcuts. */
export function Shell({ route, children }: { route: Route; children: ReactNode }) {
  const flagged = useHotfixes().data?.filter((hotfix) => hotfix.flagged).length ?? 0;
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="header">
        <Link to="/" className="brand" aria-label="Suture, all issues">
          <Mark size={26} />
          <span>Suture</span>
        </Link>
        <nav aria-label="Main">
          <NavLink to="/" here={['issues', 'issue', 'capture'].includes(route.page)}>
            Issues
          </NavLink>
          <NavLink to="/events" here={route.page === 'events'}>
            Events
          </NavLink>
          <NavLink to="/releases" here={['releases', 'release'].includes(route.page)}>
            Releases
          </NavLink>
          <NavLink to="/delivery" here={['delivery', 'deployments'].includes(route.page)}>
            Delivery
          </NavLink>
          <NavLink to="/feedback" here={route.page === 'feedback'}>
            Feedback
          </NavLink>
          <NavLink to="/alerts" here={route.page === 'alerts'}>
            Alerts
          </NavLink>
          <NavLink to="/hotfixes" here={['board', 'hotfixes', 'hotfix'].includes(route.page)}>
            Hotfixes
            {flagged > 0 && (
              <span className="nav-flag" title={`${flagged} in production and not in develop`}>
                {flagged}
                <span className="hidden"> not in develop</span>
              </span>
            )}
          </NavLink>
          <NavLink
            to="/settings"
            here={['settings', 'newProject', 'projectSettings'].includes(route.page)}
          >
            Settings
          </NavLink>
          <NavLink to="/people" here={route.page === 'people'} className="nav-people">
            People
          </NavLink>
        </nav>
        <div className="header-end">
          <Shortcuts />
          <ThemeButton />
          <PersonLink here={route.page === 'account'} />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <ToldBar />
    </>
  );
}

/** The person who is signed in, by the first letters of his names. */
function PersonLink({ here }: { here: boolean }) {
  const name = useMe().data?.name ?? '';
  const letters = name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 2);
  return (
    <Link
      to="/account"
      className="person-link"
      title={`${name}: your account`}
      aria-label={`${name}: your account`}
      aria-current={here ? 'page' : undefined}
    >
      {letters.toUpperCase()}
    </Link>
  );
}

interface NavLinkProps {
  to: string;
  here: boolean;
  className?: string;
  children: ReactNode;
}

function NavLink({ to, here, className = '', children }: NavLinkProps) {
  return (
    <Link to={to} className={`nav-link ${className}`} aria-current={here ? 'page' : undefined}>
      {children}
    </Link>
  );
}
