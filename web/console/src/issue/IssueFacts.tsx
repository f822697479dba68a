import type { IssueDetail, Share } from '@suture/wire/api';
import { fullCount, noun, plural } from '../ui/number';
import { Sparkline } from '../ui/Sparkline';
import { Time } from '../ui/Time';

/** The figures of the issue and where it occurs. */
export function IssueFacts({ detail }: { detail: IssueDetail }) {
  const { issue, kept, perHour, releases, environments } = detail;
  return (
    <section className="panel side" aria-label="Figures">
      <div className="figures">
        <div>
          <b>{fullCount(issue.events)}</b>
          <span>{noun(issue.events, 'event')}</span>
        </div>
        <div>
          <b>{fullCount(issue.users)}</b>
          <span>{noun(issue.users, 'user')}</span>
        </div>
        <div>
          <b>{fullCount(issue.captures)}</b>
          <span>{noun(issue.captures, 'capture')}</span>
        </div>
      </div>
      <p className="figures-note muted">
        {plural(issue.events, 'event')}, {kept === issue.events ? 'all' : fullCount(kept)} kept with
        their content
      </p>
      <div className="side-spark">
        <Sparkline counts={perHour} width={288} height={44} />
        <div className="spark-ends">
          <span>24 h ago</span>
          <span>now</span>
        </div>
      </div>
      <dl className="facts">
        <div>
          <dt>First seen</dt>
          <dd>
            <Time at={issue.firstSeen} />
            {issue.firstRelease && <span className="muted"> in {issue.firstRelease}</span>}
          </dd>
        </div>
        <div>
          <dt>Last seen</dt>
          <dd>
            <Time at={issue.lastSeen} />
            {issue.lastRelease && <span className="muted"> in {issue.lastRelease}</span>}
          </dd>
        </div>
        <div>
          <dt>Platform</dt>
          <dd>{issue.platform}</dd>
        </div>
      </dl>
      <Shares title="Releases" shares={releases} />
      <Shares title="Environments" shares={environments} />
    </section>
  );
}

function Shares({ title, shares }: { title: string; shares: readonly Share[] }) {
  const total = shares.reduce((sum, share) => sum + share.events, 0);
  if (total === 0) return null;
  return (
    <div className="shares">
      <h3>{title}</h3>
      <ul>
        {shares.slice(0, 5).map((share) => (
          <li key={share.value} title={plural(share.events, 'event')}>
            <span className="share-bar" style={{ width: `${(100 * share.events) / total}%` }} />
            <span className="ellipsis">{share.value}</span>
            <span className="share-part">{Math.round((100 * share.events) / total)} %</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
