import { AccountPage } from '../account/AccountPage';
import { ConsentPage } from '../account/ConsentPage';
import { WelcomePage } from '../account/WelcomePage';
import { AlertsPage } from '../alerts/AlertsPage';
import { CaptureLinkPage } from '../capture/CaptureLinkPage';
import { DeliveryPage } from '../delivery/DeliveryPage';
import { DeploymentsPage } from '../delivery/DeploymentsPage';
import { EventsPage } from '../events/EventsPage';
import { FeedbackPage } from '../feedback/FeedbackPage';
import { BoardPage } from '../hotfix/BoardPage';
import { HotfixesPage } from '../hotfix/HotfixesPage';
import { HotfixPage } from '../hotfix/HotfixPage';
import { IssuePage } from '../issue/IssuePage';
import { IssuesPage } from '../issues/IssuesPage';
import { PeoplePage } from '../people/PeoplePage';
import { NewProjectPage } from '../project/NewProjectPage';
import { ProjectSettingsPage } from '../project/ProjectSettingsPage';
import { ReleasePage } from '../release/ReleasePage';
import { ReleasesPage } from '../release/ReleasesPage';
import { usePath } from '../route/location';
import { parseRoute, type Route } from '../route/route';
import { SettingsPage } from '../settings/SettingsPage';
import { Guard } from '../ui/Guard';
import { MissingPage } from './MissingPage';
import { Shell } from './Shell';
import { SignedIn } from './SignedIn';

export function App() {
  const path = usePath();
  const route = parseRoute(path);
  if (route.page === 'welcome') return <WelcomePage />;
  if (route.page === 'consent') {
    return (
      <SignedIn>
        <ConsentPage />
      </SignedIn>
    );
  }
  return (
    <SignedIn>
      <Shell route={route}>
        <Guard what="This page" key={path}>
          <Page route={route} />
        </Guard>
      </Shell>
    </SignedIn>
  );
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'issues':
      return <IssuesPage />;
    case 'issue':
      return <IssuePage id={route.id} />;
    case 'events':
      return <EventsPage />;
    case 'capture':
      return <CaptureLinkPage id={route.id} />;
    case 'board':
      return <BoardPage />;
    case 'hotfixes':
      return <HotfixesPage />;
    case 'hotfix':
      return <HotfixPage id={route.id} />;
    case 'releases':
      return <ReleasesPage />;
    case 'release':
      return <ReleasePage project={route.project} version={route.version} />;
    case 'delivery':
      return <DeliveryPage />;
    case 'deployments':
      return <DeploymentsPage />;
    case 'feedback':
      return <FeedbackPage />;
    case 'alerts':
      return <AlertsPage />;
    case 'settings':
      return <SettingsPage />;
    case 'newProject':
      return <NewProjectPage />;
    case 'projectSettings':
      return <ProjectSettingsPage slug={route.slug} section={route.section} />;
    case 'people':
      return <PeoplePage />;
    case 'account':
      return <AccountPage />;
    case 'welcome':
    case 'consent':
    case 'missing':
      return <MissingPage />;
  }
}
