import type { GroupingHash } from '@suture/wire/api';
import { useState } from 'react';
import { useUnmerge } from '../../api/grouping';
import { Link } from '../../route/Link';
import { issuePath } from '../../route/route';
import { CopyButton } from '../../ui/CopyButton';
import { Failure } from '../../ui/Notice';
import { fullCount } from '../../ui/number';
import { Time } from '../../ui/Time';

const variants: Record<GroupingHash['variant'], string> = {
  own: 'the frames or the message',
  place: 'the place in the built files',
  names: 'the minified names in one build',
  wording: 'the wording, over builds',
  frames: 'the frames without their lines',
  claim: 'which build the wording was claimed in',
};

/** The hashes that lead here: those with events, each with a way out, and those that only lead. */
export function Hashes({ issue, hashes }: { issue: string; hashes: GroupingHash[] }) {
  const unmerge = useUnmerge(issue);
  const [asked, setAsked] = useState<string>();
  const counted = hashes.filter((hash) => hash.events > 0);
  const leading = hashes.filter((hash) => hash.events === 0);
  return (
    <section className="panel" aria-labelledby="hashes-title">
      <header className="panel-head">
        <h2 id="hashes-title">Groups in this issue</h2>
        <span className="muted">{fullCount(counted.length)}</span>
      </header>
      {unmerge.error && <Failure error={unmerge.error} />}
      {unmerge.data && (
        <p className="panel-text" role="status">
          Now an issue of its own: <Link to={issuePath(unmerge.data.id)}>{unmerge.data.id}</Link>.
        </p>
      )}
      <ul className="hash-list">
        {counted.map((hash) => (
          <li key={hash.hash}>
            <div className="hash-facts">
              <strong>{fullCount(hash.events)}</strong>
              <span className="muted">
                {hash.events === 1 ? 'event' : 'events'}, last <Time at={hash.lastSeen} />, first{' '}
                <Time at={hash.firstSeen} />
              </span>
              <span className="hash-actions">
                <code className="muted">{hash.hash.slice(0, 12)}</code>
                <CopyButton text={hash.hash} label="Copy the hash" compact />
                {counted.length > 1 &&
                  (asked === hash.hash ? (
                    <>
                      <button
                        type="button"
                        className="button button-danger"
                        disabled={unmerge.isPending}
                        onClick={() =>
                          unmerge.mutate(hash.hash, { onSettled: () => setAsked(undefined) })
                        }
                      >
                        {unmerge.isPending ? 'Taking it out…' : 'Yes, take it out'}
                      </button>
                      <button type="button" className="button" onClick={() => setAsked(undefined)}>
                        Leave it
                      </button>
                    </>
                  ) : (
                    <button type="button" className="button" onClick={() => setAsked(hash.hash)}>
                      Unmerge
                    </button>
                  ))}
              </span>
            </div>
            <p className="hash-parts">
              {hash.parts.map((part, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a part may come twice
                <code key={index}>{part}</code>
              ))}
            </p>
          </li>
        ))}
      </ul>
      {leading.length > 0 && (
        <details className="panel-text">
          <summary>
            {fullCount(leading.length)} more {leading.length === 1 ? 'hash leads' : 'hashes lead'}{' '}
            here, so that other ways to report the same fault join
          </summary>
          <ul className="why-notes">
            {leading.map((hash) => (
              <li key={hash.hash}>
                <code>{hash.hash.slice(0, 12)}</code> from {variants[hash.variant]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
