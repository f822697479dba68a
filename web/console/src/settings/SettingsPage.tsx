import type { Project, Status } from '@suture/wire/api';
import { useProjects, useStatus } from '../api/queries';
import { Link } from '../route/Link';
import { projectSettingsPath } from '../route/route';
import { CopyButton } from '../ui/CopyButton';
import { Failure } from '../ui/Notice';
import { byteSize, duration, fullCount } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { useTitle } from '../ui/title';
import { SetUp } from './SetUp';

export function SettingsPage() {
  useTitle('Settings');
  const projects = useProjects();
  const status = useStatus();
  return (
    <div className="page page-narrow stack">
      <div className="page-head">
        <h1>Settings</h1>
        {status.data && <span className="muted">Suture {status.data.version}</span>}
        <Link to="/projects/new" className="button head-end">
          New project
        </Link>
      </div>
      {projects.error && !projects.data && (
        <Failure error={projects.error} onRetry={() => projects.refetch()} />
      )}
      {projects.isPending && <Skeleton height={212} />}
      {projects.data?.length === 0 && (
        <div className="empty">
          <h2>No project yet</h2>
          <p>
            A project is one application that is watched. Make one here, or start with{' '}
            <code>./suture up --demo</code> to look around.
          </p>
        </div>
      )}
      {projects.data?.map((project) => (
        <ProjectPanel key={project.slug} project={project} />
      ))}
      {projects.data && <SetUp dsn={projects.data[0]?.dsn} />}
      {status.error && !status.data && (
        <Failure error={status.error} onRetry={() => status.refetch()} />
      )}
      {status.isPending && <Skeleton height={240} />}
      {status.data && <StatusPanel status={status.data} projects={projects.data ?? []} />}
    </div>
  );
}

function ProjectPanel({ project }: { project: Project }) {
  const { live, lines } = project;
  return (
    <section className="panel" aria-labelledby={`project-${project.slug}`}>
      <header className="panel-head">
        <h2 id={`project-${project.slug}`}>{project.name}</h2>
        <code className="muted">{project.slug}</code>
        <Link to={projectSettingsPath(project.slug)} className="button head-end">
          Project settings
        </Link>
      </header>
      <dl className="facts">
        <div>
          <dt>DSN</dt>
          <dd className="with-copy">
            <code className="wrap">{project.dsn}</code>
            <CopyButton text={project.dsn} label="Copy the DSN" compact />
          </dd>
        </div>
        <div>
          <dt>Repository</dt>
          <dd>
            {project.repository ? (
              <code className="wrap">{project.repository}</code>
            ) : (
              <span className="muted">not set: hotfixes need one</span>
            )}
          </dd>
        </div>
        <div>
          <dt>Lines</dt>
          <dd>
            production <code>{lines.production}</code>, develop <code>{lines.develop}</code>
          </dd>
        </div>
        <div>
          <dt>Live</dt>
          <dd>
            {live ? (
              <>
                <code>{live.release}</code> in {live.environment}{' '}
                {live.commit && <code className="muted">{live.commit.slice(0, 12)}</code>}{' '}
                <span className="muted">
                  since <Time at={live.at} />
                </span>
              </>
            ) : (
              <span className="muted">
                no deployment recorded: hotfixes start from production's tip
              </span>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function StatusPanel({ status, projects }: { status: Status; projects: readonly Project[] }) {
  const { backlog, outcomes } = status;
  const nameOf = (id: number) => projects.find((project) => project.id === id)?.name ?? String(id);
  return (
    <section className="panel" aria-labelledby="status-title">
      <header className="panel-head">
        <h2 id="status-title">What arrived</h2>
      </header>
      <div className="figures">
        <div>
          <b>{fullCount(backlog.arrivals)}</b>
          <span>waiting to be read</span>
        </div>
        <div>
          <b>{byteSize(backlog.bytes)}</b>
          <span>in the queue</span>
        </div>
        <div>
          <b>{duration(backlog.oldestSeconds * 1000)}</b>
          <span>age of the oldest</span>
        </div>
      </div>
      {outcomes.length === 0 ? (
        <p className="panel-text muted">Nothing has arrived yet.</p>
      ) : (
        <div className="table-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">Project</th>
                <th scope="col">Category</th>
                <th scope="col">Outcome</th>
                <th scope="col">Reason</th>
                <th scope="col" className="number">
                  Count
                </th>
              </tr>
            </thead>
            <tbody>
              {outcomes.map((each) => (
                <tr key={`${each.project} ${each.category} ${each.outcome} ${each.reason}`}>
                  <td>{nameOf(each.project)}</td>
                  <td>{each.category}</td>
                  <td>
                    <span
                      className={`badge badge-${each.outcome === 'stored' ? 'good' : 'warning'}`}
                    >
                      {each.outcome}
                    </span>
                  </td>
                  <td className="wrap">{each.reason || <span className="muted">–</span>}</td>
                  <td className="number">{fullCount(each.count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
