import type { ReproductionView } from '@suture/wire/api';
import { verdictText } from '../hotfix/proof';
import { Time } from '../ui/Time';
import { runsText, unrecorded, verdictWord } from './repro';

type Sighting = ReproductionView['sightings'][number];

/** What the reproduction showed, the newest first: the verdict, how sure it is, and its runs. */
export function Sightings({ sightings }: { sightings: readonly Sighting[] }) {
  if (sightings.length === 0) return null;
  return (
    <dl className="facts repro-sightings" aria-label="What it showed">
      {sightings.map((sighting) => (
        <div key={sighting.commit}>
          <dt>
            {sighting.name || 'Live'}
            <code>{sighting.commit.slice(0, 12)}</code>
          </dt>
          <dd>
            <Verdict sighting={sighting} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Verdict({ sighting }: { sighting: Sighting }) {
  const { verdict, confidence, runs, at } = sighting;
  const { word, tone } = verdictWord(verdict);
  const asked = unrecorded(runs);
  return (
    <>
      <p>
        <span className={`badge badge-${tone}`}>{word}</span>{' '}
        {verdict.is !== 'cannotTell' && (
          <span title="the chance that one more run shows the same">
            {Math.round(confidence * 100)} % sure
          </span>
        )}{' '}
        <span className="muted">
          {runsText(runs)} <Time at={at} />
        </span>
      </p>
      {(verdict.is === 'cannotTell' || verdict.is === 'flaky') && <p>{verdictText(verdict)}</p>}
      {sighting.said && (
        <details open>
          <summary>What it printed</summary>
          <pre className="repro-said">{sighting.said}</pre>
        </details>
      )}
      {asked.length > 0 && (
        <details>
          <summary>Asked for, and not in the capture: {asked.length}</summary>
          <ul>
            {asked.map((request) => (
              <li key={request}>
                <code>{request}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
