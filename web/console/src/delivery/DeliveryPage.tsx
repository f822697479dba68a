import type { Dora } from '@suture/wire/api';
import { useProjects } from '../api/queries';
import { Link } from '../route/Link';
import { navigate, useParam, useSearch } from '../route/location';
import { withQuery } from '../route/route';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { useTitle } from '../ui/title';
import { BenchmarksPanel } from './BenchmarksPanel';
import { ComparedTable } from './ComparedTable';
import { DeliveryFilters } from './DeliveryFilters';
import { DeliveryWays } from './DeliveryWays';
import { useDora } from './delivery';
import { FailuresTable } from './FailuresTable';
import { FigureCard } from './FigureCard';
import { fiveFigures } from './figures';
import { NoDeployments } from './NoDeployments';
import { ServicesTable } from './ServicesTable';

/** The five DORA metrics and everything that they stand on. */
export function DeliveryPage() {
  useTitle('Delivery');
  const projects = useProjects();
  const search = useSearch();
  const asked = {
    project: useParam('project'),
    team: useParam('team'),
    environment: useParam('environment'),
    days: useParam('days'),
  };
  const dora = useDora(asked);
  return (
    <div className="page stack">
      <div className="page-head release-head">
        <div className="release-title">
          <h1>Delivery</h1>
        </div>
        <DeliveryFilters
          {...asked}
          projects={projects.data ?? []}
          teams={dora.data?.teams ?? []}
          environments={dora.data?.environments ?? []}
          onChange={(changes) =>
            navigate(`/delivery${withQuery(search, changes)}`, { replace: true })
          }
        />
      </div>
      <DeliveryWays here="figures" />
      {dora.error && !dora.data && <Failure error={dora.error} onRetry={() => dora.refetch()} />}
      {dora.isPending && (
        <div role="status" aria-label="Loading the figures" className="figure-cards">
          <Skeleton height={330} />
          <Skeleton height={330} />
          <Skeleton height={330} />
          <Skeleton height={330} />
          <Skeleton height={330} />
        </div>
      )}
      {dora.data && !dora.data.any && (
        <NoDeployments
          project={asked.project ?? projects.data?.[0]?.slug}
          environment={dora.data.environment}
          environments={dora.data.environments}
        />
      )}
      {dora.data?.any && <Content dora={dora.data} />}
    </div>
  );
}

function Content({ dora }: { dora: Dora }) {
  return (
    <>
      <div className="figure-cards">
        {fiveFigures(dora).map((figure) => (
          <FigureCard key={figure.title} figure={figure} />
        ))}
      </div>
      <FailuresTable failures={dora.failures} />
      <ComparedTable dora={dora} />
      {dora.services.length > 1 && <ServicesTable services={dora.services} />}
      <BenchmarksPanel dora={dora} />
      <p className="muted figure-foot">
        Trends, not leagues: compare a service with itself. The rows behind these figures:{' '}
        <a href={exportPath(dora, 'csv')}>CSV</a>, <a href={exportPath(dora, 'json')}>JSON</a>.{' '}
        <Link to="/deployments">Every deployment, with the error rate under it.</Link>
      </p>
    </>
  );
}

function exportPath(dora: Dora, format: string): string {
  const only = dora.services.length === 1 ? dora.services[0]?.service : undefined;
  return `/api/v1/dora/export${withQuery('', {
    format,
    environment: dora.environment,
    from: dora.from,
    project: only,
  })}`;
}
