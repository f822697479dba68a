import type { Project, ReleaseRow, Releases } from '@suture/wire/api';
import { useProjects } from '../api/queries';
import { Link } from '../route/Link';
import { navigate, useParam, useSearch } from '../route/location';
import { releasePath, withQuery } from '../route/route';
import { Failure } from '../ui/Notice';
import { fullCount, shortCount } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { useTitle } from '../ui/title';
import { MonitorsPanel } from './MonitorsPanel';
import { ProjectSelect } from './ProjectSelect';
import { Rate } from './Rate';
import { useReleases } from './releases';
import { SendSessions } from './SendSessions';
import { SessionBars } from './SessionBars';
import { StretchFilter } from './StretchFilter';
import { percent } from './share';

export function ReleasesPage() {
  useTitle('Releases');
  const projects = useProjects();
  const chosen = useParam('project');
  const environment = useParam('environment');
  const period = useParam('period');
  const project = projects.data?.find(({ slug }) => slug === chosen) ?? projects.data?.[0];
  const releases = useReleases(project?.slug, { environment, period });
  const search = useSearch();
  return (
    <div className="page stack">
      <div className="page-head release-head">
        <div className="release-title">
          <h1>Releases</h1>
        </div>
        {project && projects.data && (
          <ProjectSelect
            projects={projects.data}
            value={project.slug}
            onChange={(slug) =>
              navigate(`/releases${withQuery(search, { project: slug, environment: undefined })}`, {
                replace: true,
              })
            }
          />
        )}
        {releases.data && (
          <StretchFilter
            environment={environment}
            period={period}
            environments={releases.data.environments}
          />
        )}
      </div>
      {projects.error && !projects.data && <Failure error={projects.error} />}
      {projects.data?.length === 0 && (
        <div className="empty">
          <h2>No project yet</h2>
          <p>Releases belong to a project.</p>
          <Link to="/settings" className="button button-primary">
            Add a project
          </Link>
        </div>
      )}
      {releases.error && !releases.data && (
        <Failure error={releases.error} onRetry={() => releases.refetch()} />
      )}
      {project && releases.isPending && (
        <div role="status" aria-label="Loading the releases" className="stack">
          <Skeleton height={84} />
          <Skeleton height={320} />
        </div>
      )}
      {project && releases.data && (
        <Content project={project} releases={releases.data} environment={environment} />
      )}
      <MonitorsPanel project={project?.slug} />
    </div>
  );
}

interface ContentProps {
  project: Project;
  releases: Releases;
  environment: string | undefined;
}

function Content({ project, releases, environment }: ContentProps) {
  if (releases.releases.length === 0 && !environment) return <SendSessions project={project} />;
  if (releases.releases.length === 0)
    return (
      <div className="empty">
        <h2>Nothing in {environment}</h2>
        <p>No release ran in this environment. Choose another one, or all of them.</p>
      </div>
    );
  return (
    <>
      <Total releases={releases} />
      {releases.total.sessions.sessions === 0 && (
        <p className="muted">
          No session came in this stretch: the rates appear once a client that sends sessions names
          its release.
        </p>
      )}
      <section className="panel table-scroll" aria-label="The releases, latest first">
        <table className="release-table">
          <thead>
            <tr>
              <th scope="col">Release</th>
              <th scope="col">Sessions</th>
              <th scope="col" className="number">
                Adoption
              </th>
              <th scope="col" className="number">
                Crash-free sessions
              </th>
              <th scope="col" className="number">
                Crash-free users
              </th>
              <th scope="col" className="number">
                New issues
              </th>
              <th scope="col" className="number">
                Events
              </th>
              <th scope="col">Last seen</th>
            </tr>
          </thead>
          <tbody>
            {releases.releases.map((row) => (
              <Row key={row.version} project={project.slug} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Total({ releases: { total, hours } }: { releases: Releases }) {
  return (
    <section className="panel" aria-label={`All releases in ${hours} hours`}>
      <div className="figures release-figures">
        <div>
          <b>
            <Rate share={total.crashFreeSessions} trend={total.trend} />
          </b>
          <span>crash-free sessions</span>
        </div>
        <div>
          <b>
            <Rate share={total.crashFreeUsers} />
          </b>
          <span>crash-free users</span>
        </div>
        <div>
          <b>{fullCount(total.sessions.sessions)}</b>
          <span>sessions</span>
        </div>
        <div>
          <b>{fullCount(total.users)}</b>
          <span>users</span>
        </div>
      </div>
    </section>
  );
}

function Row({ project, row }: { project: string; row: ReleaseRow }) {
  const { health } = row;
  return (
    <tr>
      <th scope="row" className="release-name">
        <Link to={releasePath(project, row.version)} className="ellipsis mono">
          {row.version}
        </Link>
        <span className="release-sub">
          {row.deployments.map((deployment) => (
            <span key={deployment.environment} className="badge badge-neutral">
              {deployment.environment}
            </span>
          ))}
          <span className="muted">
            <Time at={row.created} />
          </span>
        </span>
      </th>
      <td>
        <SessionBars perBucket={row.perBucket} total={health.sessions.sessions} />
      </td>
      <td className="number">{percent(health.adoption)}</td>
      <td className="number">
        <Rate share={health.crashFreeSessions} trend={health.trend} />
      </td>
      <td className="number">
        <Rate share={health.crashFreeUsers} />
      </td>
      <td className="number">{fullCount(row.newIssues)}</td>
      <td className="number">{shortCount(row.events)}</td>
      <td>{row.lastSeen ? <Time at={row.lastSeen} /> : <span className="muted">never</span>}</td>
    </tr>
  );
}
