import type { Team } from '@suture/wire/api';
import { type FormEvent, useState } from 'react';
import { Field } from '../account/Field';
import {
  useChangeTeam,
  useMakeTeam,
  useMay,
  useMembers,
  useRemoveTeam,
  useTeams,
} from '../account/queries';
import { Failure } from '../ui/Notice';
import { plural } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { Confirm } from './Confirm';

export function TeamsPanel() {
  const teams = useTeams();
  const may = useMay('member:admin');
  return (
    <>
      {teams.isPending && <Skeleton height={120} />}
      {teams.error && <Failure error={teams.error} onRetry={() => teams.refetch()} />}
      {teams.data?.length === 0 && (
        <div className="empty">
          <h2>No team yet</h2>
          <p>A team has projects that only its members see.</p>
        </div>
      )}
      {teams.data?.map((team) => (
        <TeamPanel key={team.id} team={team} may={may} />
      ))}
      {may && <MakeTeam />}
    </>
  );
}

function TeamPanel({ team, may }: { team: Team; may: boolean }) {
  const members = useMembers().data ?? [];
  const change = useChangeTeam();
  const remove = useRemoveTeam();
  const shown = may ? members : members.filter((member) => team.members.includes(member.id));
  const chosen = (change.isPending && change.variables.members) || team.members;
  const flip = (id: number) =>
    change.mutate({
      id: team.id,
      members: chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id],
    });
  const error = change.error ?? remove.error;
  return (
    <section className="panel" aria-labelledby={`team-${team.id}`}>
      <header className="panel-head">
        <h2 id={`team-${team.id}`}>{team.name}</h2>
        <code className="muted">{team.slug}</code>
        <span className="muted">{plural(team.members.length, 'member')}</span>
        <span className="spring" />
        {may && (
          <Confirm
            label="Remove"
            question={`Remove the team ${team.name}?`}
            onConfirm={() => remove.mutate(team.id)}
          />
        )}
      </header>
      <p className="panel-text muted">
        {team.projects.length > 0
          ? `Projects: ${team.projects.join(', ')}`
          : 'No project of its own.'}
      </p>
      <ul className="rows rows-tight">
        {shown.map((member) => (
          <li key={member.id}>
            {may ? (
              <label className="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(member.id)}
                  disabled={change.isPending}
                  onChange={() => flip(member.id)}
                />
                {member.name} <span className="muted">{member.email}</span>
              </label>
            ) : (
              <span>
                {member.name} <span className="muted">{member.email}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {error && <Failure error={error} />}
    </section>
  );
}

/** A slug out of a name, as far as one can be made of it. */
export const slugOf = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);

function MakeTeam() {
  const make = useMakeTeam();
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ name, slug: slugOf(name) }, { onSuccess: () => setName('') });
  };
  return (
    <section className="panel" aria-labelledby="make-team-title">
      <header className="panel-head">
        <h2 id="make-team-title">New team</h2>
      </header>
      <form className="panel-form form" onSubmit={submit}>
        <div className="form-row">
          <Field
            label="Name"
            name="team"
            value={name}
            onChange={(event) => setName(event.target.value)}
            autoComplete="off"
            maxLength={100}
            required
          />
          <button type="submit" className="button" disabled={make.isPending || slugOf(name) === ''}>
            Make the team
          </button>
        </div>
        {make.error && <Failure error={make.error} />}
      </form>
    </section>
  );
}
