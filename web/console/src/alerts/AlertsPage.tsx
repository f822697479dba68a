import type { Project } from '@suture/wire/api';
import { useProjects } from '../api/queries';
import { ProjectSelect } from '../release/ProjectSelect';
import { Link } from '../route/Link';
import { navigate, useParam } from '../route/location';
import { alertsPath } from '../route/route';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Tabs } from '../ui/Tabs';
import { useTitle } from '../ui/title';
import { AlertList } from './AlertList';
import { Channels } from './Channels';
import { Deliveries } from './Deliveries';
import { useAlerts, useDeliveries, useSilences } from './queries';
import { Rules } from './Rules';
import { Silences } from './Silences';

const names = ['open', 'rules', 'channels', 'silences', 'messages'] as const;
type Name = (typeof names)[number];

/** What a project is alerted of, where that goes, and what became of it. */
export function AlertsPage() {
  useTitle('Alerts');
  const projects = useProjects();
  const chosen = useParam('project');
  const tab = useParam('tab');
  const project = projects.data?.find(({ slug }) => slug === chosen) ?? projects.data?.[0];
  const selected = names.find((name) => name === tab) ?? 'open';
  return (
    <div className="page stack">
      <div className="page-head release-head">
        <div className="release-title">
          <h1>Alerts</h1>
        </div>
        {project && projects.data && (
          <ProjectSelect
            projects={projects.data}
            value={project.slug}
            onChange={(slug) => navigate(alertsPath(slug, selected), { replace: true })}
          />
        )}
      </div>
      {projects.isPending && <Skeleton height={320} />}
      {projects.error && !projects.data && (
        <Failure error={projects.error} onRetry={() => projects.refetch()} />
      )}
      {projects.data?.length === 0 && (
        <div className="empty">
          <h2>No project yet</h2>
          <p>Alerts belong to a project.</p>
          <Link to="/settings" className="button button-primary">
            Add a project
          </Link>
        </div>
      )}
      {project && <Content key={project.slug} project={project} selected={selected} />}
    </div>
  );
}

function Content({ project, selected }: { project: Project; selected: Name }) {
  const open = useAlerts(project.slug).data?.open.length ?? 0;
  const silences = useSilences(project.slug).data?.length ?? 0;
  const failed =
    useDeliveries(project.slug).data?.filter(({ state }) => state === 'failed').length ?? 0;
  return (
    <Tabs
      label="Parts of the alerts"
      selected={selected}
      onSelect={(name) => navigate(alertsPath(project.slug, name), { replace: true })}
      tabs={[
        { name: 'open', label: 'Alerts', count: open, alarm: open > 0 },
        { name: 'rules', label: 'Rules' },
        { name: 'channels', label: 'Channels' },
        { name: 'silences', label: 'Silences', ...(silences > 0 && { count: silences }) },
        { name: 'messages', label: 'Messages', ...(failed > 0 && { count: failed, alarm: true }) },
      ]}
    >
      <div className="stack">
        {selected === 'open' && <AlertList slug={project.slug} />}
        {selected === 'rules' && <Rules slug={project.slug} />}
        {selected === 'channels' && <Channels slug={project.slug} />}
        {selected === 'silences' && <Silences slug={project.slug} />}
        {selected === 'messages' && <Deliveries slug={project.slug} />}
      </div>
    </Tabs>
  );
}
