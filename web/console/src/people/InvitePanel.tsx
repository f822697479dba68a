import type { MadeInvitation, Role } from '@suture/wire/api';
import { type FormEvent, useId, useState } from 'react';
import { Field } from '../account/Field';
import { useInvitations, useInvite, useMe, useTeams, useWithdraw } from '../account/queries';
import { Day } from '../ui/Day';
import { Failure } from '../ui/Notice';
import { LinkOnce } from './LinkOnce';
import { roles } from './MembersPanel';

/** Invitations are links: whoever makes one sends it by whatever way he trusts. */
export function InvitePanel() {
  const me = useMe().data;
  const teams = useTeams().data ?? [];
  const invitations = useInvitations(true);
  const invite = useInvite();
  const withdraw = useWithdraw();
  const [made, setMade] = useState<MadeInvitation>();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('member');
  const [team, setTeam] = useState(0);
  const id = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate(
      { email: email || undefined, role, team: team || undefined },
      {
        onSuccess: (invitation) => {
          setMade(invitation);
          setEmail('');
        },
      },
    );
  };

  return (
    <section className="panel" aria-labelledby="invite-title">
      <header className="panel-head">
        <h2 id="invite-title">Invite somebody</h2>
      </header>
      <form className="panel-form form" onSubmit={submit}>
        <div className="form-row">
          <Field
            label="E-mail (or leave it to them)"
            type="email"
            name="invited"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            autoComplete="off"
          />
          <div className="field">
            <label htmlFor={`${id}-role`}>Role</label>
            <select
              id={`${id}-role`}
              value={role}
              onChange={(event) => setRole(event.target.value as Role)}
            >
              {roles
                .filter((each) => each !== 'owner' || me?.role === 'owner')
                .map((each) => (
                  <option key={each}>{each}</option>
                ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={`${id}-team`}>Team</label>
            <select
              id={`${id}-team`}
              value={team}
              onChange={(event) => setTeam(Number(event.target.value))}
            >
              <option value={0}>none</option>
              {teams.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className="button button-primary" disabled={invite.isPending}>
            Make a link
          </button>
        </div>
        {invite.error && <Failure error={invite.error} />}
      </form>
      {made && (
        <LinkOnce
          url={made.url}
          expires={made.invitation.expires}
          what={`Send this to ${made.invitation.email ?? 'whom you invite'}: it makes one account.`}
          onDone={() => setMade(undefined)}
        />
      )}
      <ul className="rows">
        {invitations.data?.map((each) => (
          <li key={each.id}>
            <div className="row-main">
              <span>{each.email ?? 'Whoever has the link'}</span>
              <span>
                as {each.role}, until <Day at={each.expires} />
              </span>
            </div>
            <div className="row-end">
              <button
                type="button"
                className="button"
                disabled={withdraw.isPending}
                onClick={() => withdraw.mutate(each.id)}
              >
                Withdraw
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
