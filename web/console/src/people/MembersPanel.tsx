import type { MadeLink, MemberView, Role } from '@suture/wire/api';
import { useState } from 'react';
import {
  useChangeMember,
  useMay,
  useMe,
  useMembers,
  usePasswordLink,
  useRemoveMember,
} from '../account/queries';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Confirm } from './Confirm';
import { InvitePanel } from './InvitePanel';
import { LinkOnce } from './LinkOnce';

export const roles: readonly Role[] = ['owner', 'admin', 'member', 'viewer'];

export function MembersPanel() {
  const members = useMembers();
  const may = useMay('member:admin');
  return (
    <>
      <section className="panel" aria-labelledby="members-title">
        <header className="panel-head">
          <h2 id="members-title">Members</h2>
        </header>
        {members.isPending && <Skeleton height={62} />}
        {members.error && <Failure error={members.error} onRetry={() => members.refetch()} />}
        <ul className="rows">
          {members.data?.map((member) => (
            <Member key={member.id} member={member} may={may} />
          ))}
        </ul>
      </section>
      {may && <InvitePanel />}
    </>
  );
}

function Member({ member, may }: { member: MemberView; may: boolean }) {
  const me = useMe().data;
  const change = useChangeMember();
  const remove = useRemoveMember();
  const link = usePasswordLink();
  const [made, setMade] = useState<MadeLink>();
  const own = me?.kind === 'person' && me.id === member.id;
  const mayThis = may && (me?.role === 'owner' || member.role !== 'owner');
  const grantable = roles.filter((role) => role !== 'owner' || me?.role === 'owner');
  const error = change.error ?? remove.error ?? link.error;
  return (
    <li>
      <div className="row-main">
        <span>
          <strong>{member.name}</strong> {own && <span className="badge badge-neutral">you</span>}{' '}
          {!member.active && <span className="badge badge-warning">deactivated</span>}
        </span>
        <span>
          {member.email}
          {member.teams.length > 0 && ` · ${member.teams.join(', ')}`}
          {!member.local && ' · signs in elsewhere'}
        </span>
      </div>
      <div className="row-end">
        {mayThis ? (
          <span className="select">
            <select
              aria-label={`Role of ${member.name}`}
              value={member.role}
              disabled={change.isPending}
              onChange={(event) =>
                change.mutate({ id: member.id, role: event.target.value as Role })
              }
            >
              {grantable.map((role) => (
                <option key={role}>{role}</option>
              ))}
            </select>
          </span>
        ) : (
          <span className="badge badge-neutral">{member.role}</span>
        )}
        {mayThis && !own && (
          <>
            <button
              type="button"
              className="button"
              disabled={link.isPending}
              onClick={() => link.mutate(member.id, { onSuccess: setMade })}
            >
              Password link
            </button>
            <button
              type="button"
              className="button"
              disabled={change.isPending}
              onClick={() => change.mutate({ id: member.id, active: !member.active })}
            >
              {member.active ? 'Deactivate' : 'Activate'}
            </button>
            <Confirm
              label="Remove"
              question={`Remove ${member.name}?`}
              onConfirm={() => remove.mutate(member.id)}
            />
          </>
        )}
      </div>
      {made && (
        <LinkOnce
          url={made.url}
          expires={made.expires}
          what={`Give this to ${member.name}: it sets a new password, once.`}
          onDone={() => setMade(undefined)}
        />
      )}
      {error && <Failure error={error} />}
    </li>
  );
}
