import type { FailureEvidence, JudgedDeployment } from '@suture/wire/api';
import { useState } from 'react';
import { Link } from '../route/Link';
import { hotfixPath, releasePath } from '../route/route';
import { plural } from '../ui/number';
import { Time } from '../ui/Time';
import { length } from './delivery';
import { WordDialog } from './WordDialog';

/** The deployments that failed, each with its evidence, and those that somebody has spoken of. */
export function FailuresTable({ failures }: { failures: readonly JudgedDeployment[] }) {
  const [asked, setAsked] = useState<JudgedDeployment>();
  const failed = failures.filter((each) => each.failed).length;
  return (
    <section className="panel" aria-labelledby="failures">
      <header className="panel-head">
        <h2 id="failures">Failed deployments</h2>
        <span className="muted">{plural(failed, 'deployment')}</span>
      </header>
      {failures.length === 0 ? (
        <p className="panel-text muted">
          None in this stretch. A deployment fails when a person says so, when it is rolled back,
          when a hotfix is started for it, or when its watch alarms.
        </p>
      ) : (
        <div className="table-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">Release</th>
                <th scope="col">Deployed</th>
                <th scope="col">Why</th>
                <th scope="col">Recovery</th>
                <th scope="col">
                  <span className="hidden">Correct</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {failures.map((each) => (
                <Row key={each.deployment.id} judged={each} onAsk={() => setAsked(each)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <WordDialog judged={asked} onClose={() => setAsked(undefined)} />
    </section>
  );
}

function Row({ judged, onAsk }: { judged: JudgedDeployment; onAsk: () => void }) {
  const { deployment, recovery } = judged;
  return (
    <tr>
      <th scope="row" className="release-name">
        <Link to={releasePath(deployment.project, deployment.release)} className="ellipsis mono">
          {deployment.release}
        </Link>
        <span className="release-sub">
          <span className="muted">{deployment.project}</span>
          <Verdict judged={judged} />
        </span>
      </th>
      <td>
        <Time at={deployment.at} />
      </td>
      <td className="wrap">
        <ul className="reasons">
          {judged.evidence.map((evidence) => (
            <li key={`${evidence.kind} ${evidence.ref} ${evidence.at}`}>
              <Reason evidence={evidence} />
            </li>
          ))}
          {judged.words.map((word) => (
            <li key={word.id} className="reason-word">
              <b>{word.name}</b> {word.failed ? 'says it failed' : 'says it did not fail'}: “
              {word.reason}”{' '}
              <span className="muted">
                <Time at={word.at} />
              </span>
            </li>
          ))}
        </ul>
      </td>
      <td className="wrap" title={recovery?.how}>
        {recovery?.to ? (
          length((Date.parse(recovery.to) - Date.parse(recovery.from)) / 1000)
        ) : recovery ? (
          <span className="badge badge-danger">open</span>
        ) : (
          <span className="muted">–</span>
        )}
        {recovery && !recovery.to && <span className="recovery-how muted">{recovery.how}</span>}
      </td>
      <td>
        <button type="button" className="button" onClick={onAsk}>
          Correct
        </button>
      </td>
    </tr>
  );
}

/** What it counts as now. */
export function Verdict({ judged }: { judged: JudgedDeployment }) {
  const corrected = !judged.failed && judged.evidence.length > 0;
  return (
    <>
      {judged.failed && <span className="badge badge-danger">failed</span>}
      {corrected && <span className="badge badge-good">corrected</span>}
      {judged.provisional && (
        <span className="badge badge-neutral" title="Its watch is open: this can still change.">
          provisional
        </span>
      )}
    </>
  );
}

function Reason({ evidence }: { evidence: FailureEvidence }) {
  return (
    <>
      {evidence.says}
      {evidence.kind === 'hotfix' && evidence.ref && (
        <>
          {' '}
          <Link to={hotfixPath(evidence.ref)}>{evidence.ref}</Link>
        </>
      )}
      {evidence.assumed && <span className="badge badge-warning reason-assumed">assumed</span>}
    </>
  );
}
