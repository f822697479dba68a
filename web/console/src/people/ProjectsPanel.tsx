import type { Access, Project, Scope } from '@suture/wire/api';
import { useState } from 'react';
import { useMe, useTeams } from '../account/queries';
import { TokenPanel } from '../account/TokenPanel';
import { useProjects } from '../api/queries';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { useAccess, useSetAccess } from './access';

const ofPeople: readonly Scope[] = ['member:admin', 'audit:read'];

/** For every project who sees it, and the tokens of its builds. */
export function ProjectsPanel() {
  const projects = useProjects();
  if (projects.isPending) return <Skeleton height={160} />;
  if (projects.error) return <Failure error={projects.error} onRetry={() => projects.refetch()} />;
  if (projects.data.length === 0) {
    return (
      <div className="empty">
        <h2>No project yet</h2>
        <p>
          <code>./suture project add SLUG</code> makes one.
        </p>
      </div>
    );
  }
  return projects.data.map((project) => <ProjectAccess key={project.slug} project={project} />);
}

function ProjectAccess({ project }: { project: Project }) {
  const access = useAccess(project.slug);
  const me = useMe().data;
  return (
    <>
      <section className="panel" aria-labelledby={`access-${project.slug}`}>
        <header className="panel-head">
          <h2 id={`access-${project.slug}`}>{project.name}</h2>
          <code className="muted">{project.slug}</code>
        </header>
        {access.isPending && <Skeleton height={80} />}
        {access.error && <Failure error={access.error} onRetry={() => access.refetch()} />}
        {access.data && <AccessForm project={project} access={access.data} />}
      </section>
      <TokenPanel
        title={`Tokens of ${project.name}`}
        lead="For its builds and deployments: sentry-cli, suture guard, suture deploy."
        project={project.slug}
        scopes={me?.scopes.filter((scope) => !ofPeople.includes(scope)) ?? []}
      />
    </>
  );
}

/** Shows what was chosen at once; what the server refuses goes back to what it was. */
function AccessForm({ project, access: kept }: { project: Project; access: Access }) {
  const set = useSetAccess(project.slug);
  const [chosen, setChosen] = useState<Access>();
  const access = chosen ?? kept;
  const choose = (next: Access) => {
    setChosen(next);
    set.mutate(next, { onSettled: () => setChosen(undefined) });
  };
  const teams = useTeams().data ?? [];
  const flip = (id: number) =>
    choose({
      ...access,
      teams: access.teams.includes(id)
        ? access.teams.filter((each) => each !== id)
        : [...access.teams, id],
    });
  return (
    <div className="panel-form form">
      <fieldset className="scopes">
        <legend>Who sees it, besides owners and admins</legend>
        <label className="check">
          <input
            type="radio"
            name={`open-${project.slug}`}
            checked={access.open}
            disabled={set.isPending}
            onChange={() => choose({ ...access, open: true })}
          />
          every member
        </label>
        <label className="check">
          <input
            type="radio"
            name={`open-${project.slug}`}
            checked={!access.open}
            disabled={set.isPending}
            onChange={() => choose({ ...access, open: false })}
          />
          its teams only
        </label>
      </fieldset>
      {teams.length > 0 && (
        <fieldset className="scopes">
          <legend>Its teams</legend>
          {teams.map((team) => (
            <label key={team.id} className="check">
              <input
                type="checkbox"
                checked={access.teams.includes(team.id)}
                disabled={set.isPending}
                onChange={() => flip(team.id)}
              />
              {team.name}
            </label>
          ))}
        </fieldset>
      )}
      {!access.open && access.teams.length === 0 && (
        <p className="field-hint">No team has it: only owners and admins see it.</p>
      )}
      {set.error && <Failure error={set.error} />}
    </div>
  );
}
