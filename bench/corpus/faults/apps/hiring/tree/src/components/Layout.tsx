import { NavLink, Outlet, useLocation } from 'react-router';
import { CandidateSearch } from '../features/search/CandidateSearch';
import { NotificationBell } from '../features/notifications/NotificationBell';
import { useSession } from '../session/SessionContext';
import { ErrorBoundary } from './ErrorBoundary';

export function Layout() {
  const { user } = useSession();
  const { pathname } = useLocation();
  return (
    <>
      <header className="topbar">
        <NavLink to="/">Jobs</NavLink>
        <NavLink to="/interviews">Interviews</NavLink>
        <NavLink to="/reports">Reports</NavLink>
        <span className="spacer" />
        <ErrorBoundary>
          <CandidateSearch />
        </ErrorBoundary>
        <NotificationBell />
        <span className="muted">{user.team ? `${user.name}, ${user.team.name}` : user.name}</span>
      </header>
      <main className="content">
        <ErrorBoundary key={pathname}>
          <Outlet />
        </ErrorBoundary>
      </main>
    </>
  );
}
