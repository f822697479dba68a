import type { IssueReleases } from '@suture/wire/api';
import { useIssueReleases } from '../../api/life';
import { BarChart } from '../../ui/BarChart';
import { Failure } from '../../ui/Notice';
import { fullCount } from '../../ui/number';
import { Skeleton } from '../../ui/Skeleton';
import { Time } from '../../ui/Time';
import { Untrusted } from '../../ui/Untrusted';
import type { IssueTab, TabProps } from './tab';

/** In which releases the issue was seen, in the order of the releases. */
function Releases({ detail }: TabProps) {
  const { issue } = detail;
  const releases = useIssueReleases(issue.id);
  return (
    <section className="panel" aria-labelledby="releases-title">
      <header className="panel-head">
        <h2 id="releases-title">Releases</h2>
        <Untrusted />
      </header>
      {releases.error && <Failure error={releases.error} onRetry={() => releases.refetch()} />}
      {releases.isPending && <Skeleton height={160} />}
      {releases.data && <Table releases={releases.data.releases} />}
    </section>
  );
}

function Table({ releases }: { releases: IssueReleases['releases'] }) {
  if (releases.length === 0)
    return (
      <p className="panel-text muted">
        No event of this issue names a release. Give the SDK the option <code>release</code>.
      </p>
    );
  const inOrder = [...releases].reverse();
  return (
    <>
      {releases.length > 1 && (
        <BarChart
          label="Events in each release, the newest at the right"
          columns={inOrder.map(({ release, events }) => ({ label: release, count: events }))}
        />
      )}
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Release</th>
              <th scope="col" className="number">
                Events
              </th>
              <th scope="col">Known since</th>
            </tr>
          </thead>
          <tbody>
            {releases.map(({ release, events, since }) => (
              <tr key={release}>
                <td className="mono">{release}</td>
                <td className="number">{fullCount(events)}</td>
                <td>{since ? <Time at={since} /> : <span className="muted">–</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

export const releasesTab: IssueTab = { name: 'releases', label: 'Releases', View: Releases };
