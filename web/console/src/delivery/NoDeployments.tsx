import { Link } from '../route/Link';
import { useSearch } from '../route/location';
import { projectSettingsPath, withQuery } from '../route/route';
import { Snippet } from '../ui/Snippet';

interface NoDeploymentsProps {
  project: string | undefined;
  environment: string;
  environments: readonly string[];
}

/** How the first deployment is recorded. */
export function NoDeployments({ project, environment, environments }: NoDeploymentsProps) {
  const search = useSearch();
  if (!project)
    return (
      <div className="empty">
        <h2>No project yet</h2>
        <p>Deployments belong to a project.</p>
        <Link to="/settings" className="button button-primary">
          Add a project
        </Link>
      </div>
    );
  return (
    <div className="empty empty-wide">
      <h2>Nothing was deployed into {environment} yet</h2>
      {environments.length > 0 && (
        <p>
          There are deployments into{' '}
          {environments.map((name, index) => (
            <span key={name}>
              {index > 0 && ', '}
              <Link
                to={`${window.location.pathname}${withQuery(search, { environment: name })}`}
                replace
              >
                {name}
              </Link>
            </span>
          ))}
          .
        </p>
      )}
      <p>Record one at the end of your deploy script:</p>
      <Snippet
        label="Copy the command"
        text={`suture deploy record --project ${project} --environment ${environment} \\\n  --release "$VERSION" --commit "$(git rev-parse HEAD)"`}
      />
      <p>Or bring in what was deployed before, from the repository’s tags or from a list:</p>
      <Snippet
        label="Copy the command"
        text={`suture deploy import --project ${project} --format tags --dry-run\nsuture deploy import --project ${project} --format csv deployments.csv`}
      />
      <p>
        GitHub, GitLab, Argo CD, Flux and CDEvents tell of deployments by themselves:{' '}
        <Link to={projectSettingsPath(project, 'deployments')}>make a secret for them</Link>.
      </p>
    </div>
  );
}
