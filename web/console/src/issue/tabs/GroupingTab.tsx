import { useGrouping } from '../../api/grouping';
import { Link } from '../../route/Link';
import { projectSettingsPath } from '../../route/route';
import { Failure } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { Hashes } from '../grouping/Hashes';
import { MergeHistory } from '../grouping/MergeHistory';
import { WhyGrouped } from '../grouping/WhyGrouped';
import type { IssueTab, TabProps } from './tab';

/** Why these events are one issue, of which groups it is made, and how to take it apart. */
function Grouping({ detail }: TabProps) {
  const { id, project } = detail.issue;
  const grouping = useGrouping(id);
  if (grouping.error && !grouping.data)
    return <Failure error={grouping.error} onRetry={() => grouping.refetch()} />;
  if (!grouping.data) return <Skeleton height={420} />;
  return (
    <div className="stack">
      <section className="panel" aria-labelledby="grouping-title">
        <header className="panel-head">
          <h2 id="grouping-title">Why these events are one issue</h2>
          <Link to={projectSettingsPath(project, 'grouping')} className="button head-end">
            Grouping rules
          </Link>
        </header>
        <WhyGrouped newest={grouping.data.newest} />
      </section>
      <Hashes issue={id} hashes={grouping.data.hashes} />
      <MergeHistory issue={id} history={grouping.data.history} />
    </div>
  );
}

export const groupingTab: IssueTab = { name: 'grouping', label: 'Grouping', View: Grouping };
