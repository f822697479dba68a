import type { Deployment, DeploymentWatch } from '@suture/wire/api';
import { Link } from '../route/Link';
import { issuePath } from '../route/route';
import { Failure } from '../ui/Notice';
import { fullCount, plural } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { exactTime } from '../ui/time';
import { failedShare, goneText, line, useWatch, verdictText, verdictTones } from './watch';

const box = { width: 600, height: 120 };

/** What a deployment did to the sessions of its environment, and how sure that is. */
export function WatchPanel({ project, deployment }: { project: string; deployment: Deployment }) {
  const watch = useWatch(project, deployment.id);
  return (
    <section className="panel" aria-labelledby="watch">
      <header className="panel-head">
        <h2 id="watch">Watch</h2>
        <span className="muted">
          {deployment.environment}, deployed <Time at={deployment.at} />
        </span>
        {watch.data && (
          <span className={`badge badge-${verdictTones[watch.data.verdict]}`}>
            {watch.data.verdict}
          </span>
        )}
      </header>
      {watch.error && !watch.data && (
        <Failure error={watch.error} onRetry={() => watch.refetch()} />
      )}
      {watch.isPending && <Skeleton height={160} />}
      {watch.data && <Content watch={watch.data} />}
    </section>
  );
}

function Content({ watch }: { watch: DeploymentWatch }) {
  return (
    <>
      <p className="panel-text">{verdictText(watch)}</p>
      {watch.issues.length > 0 && (
        <p className="panel-text">
          To blame:{' '}
          {watch.issues.map((issue) => (
            <Link key={issue} to={issuePath(issue)}>
              {issue}{' '}
            </Link>
          ))}
        </p>
      )}
      {watch.fixed && (
        <p className="panel-text">
          The fault it is for, <Link to={issuePath(watch.fixed.issue)}>{watch.fixed.issue}</Link>:{' '}
          {goneText(watch.fixed.gone)}.
        </p>
      )}
      {watch.hosts && !(watch.verdict === 'silent' && watch.hosts.live < watch.hosts.due) && (
        <p className="panel-text muted">
          {watch.hosts.live} of {plural(watch.hosts.due, 'host')} report.
        </p>
      )}
      {watch.points.length > 1 && <Charts watch={watch} />}
      {watch.before && (
        <p className="panel-text muted">
          {watch.over === 'session'
            ? `Before it ${fullCount(watch.before.errors)} of ${plural(watch.before.sessions, 'session')} failed. `
            : `Before it ${plural(watch.before.errors, 'error')} came in ${plural(watch.before.sessions, 'minute')}. `}
          {watch.open
            ? `The watch closes at ${exactTime(Date.parse(watch.until))}.`
            : 'The watch is closed.'}
        </p>
      )}
    </>
  );
}

function Charts({ watch }: { watch: DeploymentWatch }) {
  const own = failedShare(watch.points, 'own');
  const beside = failedShare(watch.points, 'beside');
  const bySessions = watch.over === 'session';
  const what = bySessions ? 'failed sessions' : 'errors';
  const unit = bySessions ? 'in a hundred' : 'in a hundred minutes';
  const most = Math.max(...own, ...beside, 0.1);
  const evidence = watch.points.map((point) => point.logE);
  // Far above the alarm nothing more is to be seen: the line that matters stays in sight.
  const top = Math.min(Math.max(...evidence, watch.alarmAt) * 1.15, 3 * watch.alarmAt);
  const alarm = box.height - (watch.alarmAt / top) * box.height;
  return (
    <div className="watch-charts">
      <figure>
        <figcaption className="chart-legend">
          <span data-kind="crashed">
            {bySessions ? 'failed sessions of the release' : 'errors'}
          </span>
          {bySessions && <span data-kind="beside">of those beside it</span>}
        </figcaption>
        <svg
          viewBox={`0 0 ${box.width} ${box.height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`Share of ${what} since the deployment, up to ${most.toFixed(1)} ${unit}`}
        >
          <polyline className="watch-beside" points={line(beside, most, box)} />
          <polyline className="watch-own" points={line(own, most, box)} />
        </svg>
        <Ends left="deployed" right={`up to ${most.toFixed(1)} ${unit}`} />
      </figure>
      <figure>
        <figcaption className="chart-legend">
          <span data-kind="evidence">evidence of a rise</span>
          <span data-kind="alarm">alarm</span>
        </figcaption>
        <svg
          viewBox={`0 0 ${box.width} ${box.height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`Evidence of a rise, ${Math.exp(watch.evidence).toPrecision(2)} to 1 at its most; it alarms at ${Math.round(Math.exp(watch.alarmAt))} to 1`}
        >
          <line className="watch-alarm" x1="0" x2={box.width} y1={alarm} y2={alarm} />
          <polyline className="watch-evidence" points={line(evidence, top, box)} />
        </svg>
        <Ends left="deployed" right={`alarms at ${Math.round(Math.exp(watch.alarmAt))} to 1`} />
      </figure>
    </div>
  );
}

function Ends({ left, right }: { left: string; right: string }) {
  return (
    <div className="spark-ends">
      <span>{left}</span>
      <span>{right}</span>
    </div>
  );
}
