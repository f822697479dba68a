import { useState } from 'react';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { exactTime } from '../ui/time';
import { useEndSilence, useRules, useSilences } from './queries';
import { SilenceForm } from './SilenceForm';

/** Who wants to hear nothing, of what, why, and until when. */
export function Silences({ slug }: { slug: string }) {
  const silences = useSilences(slug);
  const rules = useRules(slug).data ?? [];
  const end = useEndSilence(slug);
  const [adding, setAdding] = useState(false);
  if (silences.isPending) return <Skeleton height={160} />;
  if (silences.error && !silences.data)
    return <Failure error={silences.error} onRetry={() => silences.refetch()} />;
  const nameOf = (rule: number | undefined) =>
    rule === undefined ? 'Every rule' : (rules.find(({ id }) => id === rule)?.name ?? 'A rule');
  return (
    <section className="panel" aria-labelledby="silences">
      <header className="panel-head">
        <h2 id="silences">Silences</h2>
        <button
          type="button"
          className="button head-end"
          onClick={() => setAdding(!adding)}
          aria-expanded={adding}
        >
          New silence
        </button>
      </header>
      <p className="panel-text muted">
        Alerts open and end as ever; nobody is told. What still holds when a silence ends is told
        then.
      </p>
      {adding && <SilenceForm slug={slug} onDone={() => setAdding(false)} />}
      {end.error && <Failure error={end.error} />}
      {silences.data.length === 0 ? (
        <p className="panel-text">Nothing is silenced.</p>
      ) : (
        <ul className="alerts">
          {silences.data.map((silence) => (
            <li className="alert" key={silence.id}>
              <div className="alert-head">
                <strong>{nameOf(silence.rule)}</strong>
                {silence.subject && <span className="mono">{silence.subject}</span>}
                <span className="muted alert-when">
                  until {exactTime(Date.parse(silence.until))}
                </span>
              </div>
              <p className="muted alert-facts">
                <span>{silence.reason}</span>
                <span>
                  {silence.by}, <Time at={silence.from} />
                </span>
              </p>
              <div className="alert-actions">
                <button
                  type="button"
                  className="button"
                  disabled={end.isPending}
                  onClick={() => end.mutate(silence.id)}
                >
                  End it now
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
