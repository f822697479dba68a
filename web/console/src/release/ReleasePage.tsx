import type { Artifact, Deployment, Issue, ReleaseDetail } from '@suture/wire/api';
import { Link } from '../route/Link';
import { useParam } from '../route/location';
import { issuePath, releasesPath } from '../route/route';
import { StateBadge } from '../ui/Badge';
import { CopyButton } from '../ui/CopyButton';
import { Failure } from '../ui/Notice';
import { byteSize, plural } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { useTitle } from '../ui/title';
import { WatchPanel } from '../watch/WatchPanel';
import { Comparison } from './Comparison';
import { HealthChart } from './HealthChart';
import { useRelease } from './releases';
import { StretchFilter } from './StretchFilter';

interface ReleasePageProps {
  project: string;
  version: string;
}

export function ReleasePage({ project, version }: ReleasePageProps) {
  useTitle(version);
  const environment = useParam('environment');
  const period = useParam('period');
  const release = useRelease(project, version, { environment, period });
  return (
    <div className="page stack">
      <div>
        <nav className="crumbs" aria-label="Where this is">
          <Link to={releasesPath(project)}>Releases of {project}</Link>
          <span aria-hidden="true">/</span>
          <span className="ellipsis">{version}</span>
        </nav>
        <div className="page-head release-head">
          <div className="release-title">
            <h1 className="mono wrap">{version}</h1>
            <CopyButton text={version} label="Copy the version" compact />
          </div>
          {release.data && (
            <StretchFilter
              environment={environment}
              period={period}
              environments={release.data.environments}
            />
          )}
        </div>
      </div>
      {release.error && !release.data && (
        <Failure error={release.error} onRetry={() => release.refetch()} />
      )}
      {release.isPending && (
        <div role="status" aria-label={`Loading ${version}`} className="stack">
          <Skeleton height={240} />
          <Skeleton height={180} />
        </div>
      )}
      {release.data && <Content project={project} detail={release.data} />}
    </div>
  );
}

function Content({ project, detail }: { project: string; detail: ReleaseDetail }) {
  const { release } = detail;
  const watched = detail.deployments[0];
  return (
    <>
      <section className="panel" aria-labelledby="health">
        <header className="panel-head">
          <h2 id="health">Health</h2>
          <span className="muted">
            {plural(release.health.sessions.sessions, 'session')} of{' '}
            {plural(release.health.users, 'user')}
          </span>
        </header>
        {release.health.sessions.sessions > 0 ? (
          <HealthChart series={detail.series} hours={detail.hours} />
        ) : (
          <p className="panel-text muted">
            No session of this release in this stretch. Sessions come from SDKs that know their
            release; choose a longer period, or see how to send them on the page of all releases.
          </p>
        )}
      </section>
      {watched && <WatchPanel key={watched.id} project={project} deployment={watched} />}
      <Comparison project={project} release={release} previous={detail.previous} />
      <div className="release-columns">
        <Issues title="New in this release" issues={detail.newIssues} />
        <Issues title="Came back in this release" issues={detail.regressedIssues} />
      </div>
      <div className="release-columns">
        <Commits detail={detail} />
        <Deployments deployments={detail.deployments} />
      </div>
      <Artifacts count={detail.artifactCount} artifacts={detail.artifacts} />
    </>
  );
}

function Issues({ title, issues }: { title: string; issues: readonly Issue[] }) {
  return (
    <section className="panel" aria-label={title}>
      <header className="panel-head">
        <h2>{title}</h2>
        <span className="muted">{issues.length}</span>
      </header>
      {issues.length === 0 && <p className="panel-text muted">None.</p>}
      <ul className="side-list">
        {issues.map((issue) => (
          <li key={issue.id} className="release-issue">
            <Link to={issuePath(issue.id)} className="ellipsis" title={issue.title}>
              {issue.title || issue.type}
            </Link>
            <span className="side-list-facts">
              <StateBadge state={issue.state} />
              <span className="muted">
                {plural(issue.events, 'event')}, {plural(issue.users, 'user')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Commits({ detail: { commits, release, previous } }: { detail: ReleaseDetail }) {
  return (
    <section className="panel" aria-label="Commits">
      <header className="panel-head">
        <h2>Commits</h2>
        {previous && <span className="muted ellipsis">since {previous.version}</span>}
      </header>
      {release.commit && (
        <p className="panel-text">
          made from <code title={release.commit}>{release.commit.slice(0, 12)}</code>
        </p>
      )}
      <ul className="side-list">
        {commits.commits.map((commit) => (
          <li key={commit.id} className="release-issue">
            <span className="ellipsis" title={commit.subject}>
              {commit.subject}
            </span>
            <span className="side-list-facts">
              <code title={commit.id}>{commit.id.slice(0, 8)}</code>
              <span className="muted">
                {commit.author}, <Time at={commit.at} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      {commits.note && <p className="panel-text muted">{commits.note}</p>}
    </section>
  );
}

function Deployments({ deployments }: { deployments: readonly Deployment[] }) {
  return (
    <section className="panel" aria-label="Deployments">
      <header className="panel-head">
        <h2>Deployments</h2>
      </header>
      {deployments.length === 0 && (
        <p className="panel-text muted">
          None was recorded. Tell of one with <code>suture deploy record</code> or{' '}
          <code>sentry-cli deploys new</code>.
        </p>
      )}
      <ul className="side-list">
        {deployments.map((deployment) => (
          <li key={deployment.id} className="release-issue">
            <span>
              {deployment.environment}
              {deployment.kind !== 'normal' && (
                <span className="badge badge-warning">{deployment.kind}</span>
              )}
            </span>
            <span className="muted">
              <Time at={deployment.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Artifacts({ count, artifacts }: { count: number; artifacts: readonly Artifact[] }) {
  return (
    <section className="panel table-scroll" aria-label="Source maps">
      <header className="panel-head">
        <h2>Source maps under this name</h2>
        <span className="muted">{count}</span>
      </header>
      {artifacts.length === 0 ? (
        <p className="panel-text muted">
          None. Maps that were uploaded with debug ids belong to every release that ships them.
        </p>
      ) : (
        <table>
          <tbody>
            {artifacts.map((artifact) => (
              <tr key={artifact.blob}>
                <td className="mono">{artifact.url ?? artifact.debugId}</td>
                <td className="number">{byteSize(artifact.bytes)}</td>
                <td>
                  <Time at={artifact.uploaded} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
