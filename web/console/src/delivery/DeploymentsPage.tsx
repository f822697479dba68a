import type { JudgedDeployment, Timeline } from '@suture/wire/api';
import { useState } from 'react';
import { useProjects } from '../api/queries';
import { Link } from '../route/Link';
import { navigate, useParam, useSearch } from '../route/location';
import { releasePath, withQuery } from '../route/route';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { useTitle } from '../ui/title';
import { DeliveryFilters } from './DeliveryFilters';
import { DeliveryWays } from './DeliveryWays';
import { useTimeline } from './delivery';
import { Verdict } from './FailuresTable';
import { NoDeployments } from './NoDeployments';
import { TimelineChart } from './TimelineChart';
import { WordDialog } from './WordDialog';

/** Every deployment of a service, and how its sessions went meanwhile. */
export function DeploymentsPage() {
  useTitle('Deployments');
  const projects = useProjects();
  const search = useSearch();
  const chosen = useParam('project');
  const environment = useParam('environment');
  const days = useParam('days');
  const project = projects.data?.find(({ slug }) => slug === chosen) ?? projects.data?.[0];
  const timeline = useTimeline(project?.slug, { environment, days });
  return (
    <div className="page stack">
      <div className="page-head release-head">
        <div className="release-title">
          <h1>Deployments</h1>
        </div>
        <DeliveryFilters
          project={project?.slug}
          environment={environment}
          days={days}
          projects={projects.data ?? []}
          teams={[]}
          environments={timeline.data?.environments ?? []}
          onChange={(changes) =>
            navigate(`/deployments${withQuery(search, changes)}`, { replace: true })
          }
        />
      </div>
      <DeliveryWays here="deployments" />
      {timeline.error && !timeline.data && (
        <Failure error={timeline.error} onRetry={() => timeline.refetch()} />
      )}
      {project && timeline.isPending && (
        <div role="status" aria-label="Loading the deployments" className="stack">
          <Skeleton height={260} />
          <Skeleton height={320} />
        </div>
      )}
      {projects.data?.length === 0 && (
        <NoDeployments project={undefined} environment="production" environments={[]} />
      )}
      {timeline.data && <Content timeline={timeline.data} />}
    </div>
  );
}

function Content({ timeline }: { timeline: Timeline }) {
  const [asked, setAsked] = useState<JudgedDeployment>();
  if (timeline.deployments.length === 0 && !timeline.environments.includes(timeline.environment))
    return (
      <NoDeployments
        project={timeline.project}
        environment={timeline.environment}
        environments={timeline.environments}
      />
    );
  return (
    <>
      <TimelineChart timeline={timeline} />
      <section className="panel table-scroll" aria-label="Deployments, newest first">
        <table>
          <thead>
            <tr>
              <th scope="col">Release</th>
              <th scope="col">Kind</th>
              <th scope="col">Deployed</th>
              <th scope="col">Commit</th>
              <th scope="col">Told by</th>
              <th scope="col">
                <span className="hidden">Correct</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {timeline.deployments.map((each) => (
              <Row key={each.deployment.id} judged={each} onAsk={() => setAsked(each)} />
            ))}
          </tbody>
        </table>
        {timeline.deployments.length === 0 && (
          <p className="panel-text muted">Nothing was deployed in this stretch.</p>
        )}
      </section>
      <WordDialog judged={asked} onClose={() => setAsked(undefined)} />
    </>
  );
}

const kindTones = { normal: 'neutral', hotfix: 'accent', rollback: 'warning' } as const;

function Row({ judged, onAsk }: { judged: JudgedDeployment; onAsk: () => void }) {
  const { deployment } = judged;
  return (
    <tr>
      <th scope="row" className="release-name">
        <Link to={releasePath(deployment.project, deployment.release)} className="ellipsis mono">
          {deployment.release}
        </Link>
        <span className="release-sub">
          <Verdict judged={judged} />
          {deployment.stage && <span className="muted">{deployment.stage}</span>}
        </span>
      </th>
      <td>
        <span className={`badge badge-${kindTones[deployment.kind]}`}>{deployment.kind}</span>
      </td>
      <td>
        <Time at={deployment.at} />
      </td>
      <td className="mono">
        {deployment.commit?.slice(0, 10) ?? <span className="muted">–</span>}
      </td>
      <td>
        {deployment.link ? (
          <a href={deployment.link} rel="noreferrer noopener" target="_blank">
            {deployment.source}
          </a>
        ) : (
          (deployment.source ?? 'suture')
        )}
      </td>
      <td>
        <button type="button" className="button" onClick={onAsk}>
          Correct
        </button>
      </td>
    </tr>
  );
}
