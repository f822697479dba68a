import { useProjects } from '../api/queries';
import { Link } from '../route/Link';
import { projectSettingsPath } from '../route/route';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { useTitle } from '../ui/title';
import { sections } from './sections';

/** The frame around the sections of one project's settings. */
export function ProjectSettingsPage({ slug, section }: { slug: string; section: string }) {
  const projects = useProjects();
  const project = projects.data?.find((each) => each.slug === slug);
  const shown = sections.find((each) => each.name === section);
  useTitle(`${shown?.label ?? 'Settings'}, ${project?.name ?? slug}`);
  if (projects.error && !projects.data)
    return (
      <div className="page page-narrow">
        <Failure error={projects.error} onRetry={() => projects.refetch()} />
      </div>
    );
  if (projects.isPending)
    return (
      <div className="page page-narrow">
        <Skeleton height={420} />
      </div>
    );
  if (!project || !shown)
    return (
      <div className="page">
        <div className="empty">
          <h1>{project ? 'There is no such section' : 'There is no such project'}</h1>
          <p>
            <Link
              to={project ? projectSettingsPath(slug) : '/settings'}
              className="button button-primary"
            >
              {project ? 'Settings of this project' : 'All projects'}
            </Link>
          </p>
        </div>
      </div>
    );
  return (
    <div className="page page-settings">
      <div className="page-head">
        <h1>{project.name}</h1>
        <code className="muted">{project.slug}</code>
      </div>
      <div className="settings-frame">
        <nav className="settings-nav" aria-label="Settings of the project">
          {sections.map((each) => (
            <Link
              key={each.name}
              to={projectSettingsPath(slug, each.name)}
              aria-current={each === shown ? 'page' : undefined}
            >
              {each.label}
            </Link>
          ))}
        </nav>
        <div className="stack settings-content">
          <shown.Content project={project} key={`${slug} ${shown.name}`} />
        </div>
      </div>
    </div>
  );
}
