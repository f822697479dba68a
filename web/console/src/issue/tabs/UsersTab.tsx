import { useIssueUsers } from '../../api/life';
import { Link } from '../../route/Link';
import { issuePath } from '../../route/route';
import { Failure } from '../../ui/Notice';
import { fullCount, plural } from '../../ui/number';
import { Skeleton } from '../../ui/Skeleton';
import { Time } from '../../ui/Time';
import { Untrusted } from '../../ui/Untrusted';
import type { IssueTab, TabProps } from './tab';

/** Who met the issue, as far as the events that are kept say. */
function Users({ detail }: TabProps) {
  const { issue } = detail;
  const users = useIssueUsers(issue.id);
  return (
    <section className="panel" aria-labelledby="users-title">
      <header className="panel-head">
        <h2 id="users-title">Users</h2>
        <Untrusted />
        <span className="muted">{plural(issue.users, 'distinct user')} in all</span>
      </header>
      {users.error && <Failure error={users.error} onRetry={() => users.refetch()} />}
      {users.isPending && <Skeleton height={160} />}
      {users.data?.users.length === 0 && (
        <p className="panel-text muted">
          No event says who met it. Call <code>setUser</code> of the SDK with an id.
        </p>
      )}
      {users.data && users.data.users.length > 0 && (
        <div className="table-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">User</th>
                <th scope="col" className="number">
                  Kept events
                </th>
                <th scope="col">Last met it</th>
              </tr>
            </thead>
            <tbody>
              {users.data.users.map((user) => (
                <tr key={user.name}>
                  <td className="wrap">{user.name}</td>
                  <td className="number">{fullCount(user.events)}</td>
                  <td>
                    <Link to={issuePath(issue.id, { event: user.lastEvent })}>
                      <Time at={user.lastSeen} />
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

export const usersTab: IssueTab = {
  name: 'users',
  label: 'Users',
  count: ({ issue }) => issue.users || undefined,
  View: Users,
};
