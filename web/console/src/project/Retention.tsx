import type { Retention as Kept, Project, RetentionChange } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { apiPath, get, put } from '../api/client';
import { Failure } from '../ui/Notice';
import { fullCount, noun } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { Field } from './Field';
import { SaveBar } from './SaveBar';
import { binarySize, inUnit, units } from './space';

/** How long and how much a project keeps of what its events say, and what is used of it. */
export function Retention({ project }: { project: Project }) {
  const kept = useQuery({
    queryKey: ['retention', project.slug],
    queryFn: ({ signal }) => get<Kept>(apiPath(['projects', project.slug, 'retention']), signal),
  });
  if (kept.isPending) return <Skeleton height={420} />;
  if (!kept.data) return <Failure error={kept.error} onRetry={() => kept.refetch()} />;
  const { bytes, usage } = kept.data;
  return (
    <>
      <RetentionForm slug={project.slug} stored={kept.data} />
      <section className="panel" aria-labelledby="space-title">
        <header className="panel-head">
          <h2 id="space-title">In use</h2>
        </header>
        <div className="panel-body form">
          <Usage usage={usage} most={bytes} />
        </div>
      </section>
      <section className="panel" aria-labelledby="kept-title">
        <header className="panel-head">
          <h2 id="kept-title">What is kept, and what goes first</h2>
        </header>
        <div className="panel-body form settings-note">
          <p>
            Every event is counted, by issue, hour, tag and user, and the counts stay for ever. The
            content is kept of those that tell something new: the first forty of an issue, the first
            with a release, an environment or a browser, one that brings the issue back, one with a
            capture or a report, and from then on one in an hour and a few for each doubling.
          </p>
          <p>When there is too much, the oldest of each kind goes first, in this order:</p>
          <ol className="goes-first">
            <li>samples of long series</li>
            <li>one in an hour</li>
            <li>the first forty of an issue</li>
            <li>the first of a release, an environment or a browser</li>
            <li>events with a report or a capture</li>
            <li>captures and replays themselves</li>
          </ol>
          <p>The newest kept event of an issue always stays, however old it is.</p>
        </div>
      </section>
    </>
  );
}

function RetentionForm({ slug, stored }: { slug: string; stored: Kept }) {
  const client = useQueryClient();
  const before = typed(stored);
  const [draft, setDraft] = useState(before);
  const change = useMutation({
    mutationFn: (wanted: RetentionChange) =>
      put<Kept>(apiPath(['projects', slug, 'retention']), wanted),
    onSuccess: (answer) => {
      client.setQueryData(['retention', slug], answer);
      setDraft(typed(answer));
    },
  });
  const set = (part: Partial<typeof before>) => setDraft({ ...draft, ...part });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const unit = units.find(({ name }) => name === draft.unit);
    if (unit)
      change.mutate({
        days: Number(draft.days),
        bytes: Math.round(Number(draft.amount) * unit.bytes),
      });
  };
  return (
    <form className="panel" onSubmit={save}>
      <header className="panel-head">
        <h2>Retention</h2>
      </header>
      <div className="panel-body form">
        <div className="form-row">
          <Field label="Days" hint="How long content is kept at the most.">
            {(id, describedBy) => (
              <input
                id={id}
                className="input"
                type="number"
                min={1}
                max={3650}
                required
                aria-describedby={describedBy}
                value={draft.days}
                onChange={(event) => set({ days: event.target.value })}
              />
            )}
          </Field>
          <Field label="Space" hint="On the disk, for kept events, captures and replays together.">
            {(id, describedBy) => (
              <div className="amount">
                <input
                  id={id}
                  className="input"
                  type="number"
                  min={draft.unit === 'MiB' ? 1 : 0.001}
                  step="any"
                  required
                  aria-describedby={describedBy}
                  value={draft.amount}
                  onChange={(event) => set({ amount: event.target.value })}
                />
                <span className="select">
                  <select
                    aria-label="Unit of the space"
                    value={draft.unit}
                    onChange={(event) => set({ unit: event.target.value })}
                  >
                    {units.map(({ name }) => (
                      <option key={name}>{name}</option>
                    ))}
                  </select>
                </span>
              </div>
            )}
          </Field>
        </div>
        <p className="field-hint">
          Lower limits take effect within a minute, and what goes then does not come back. Counts do
          not go.
        </p>
        <SaveBar
          changed={JSON.stringify(draft) !== JSON.stringify(before)}
          saving={change.isPending}
          saved={change.isSuccess}
          holds="It holds within a minute."
          error={change.error}
          onUndo={() => setDraft(before)}
        />
      </div>
    </form>
  );
}

const typed = ({ days, bytes }: Kept) => ({ days: String(days), ...inUnit(bytes) });

function Usage({ usage, most }: { usage: Kept['usage']; most: number }) {
  const { events, eventBytes, captureBytes } = usage;
  const all = eventBytes + captureBytes;
  const part = (bytes: number) => `${Math.min(100, (100 * bytes) / most)}%`;
  return (
    <>
      <p>
        <strong>{binarySize(all)}</strong> of {binarySize(most)}, {share(all, most)}
      </p>
      <div className="space-bar" aria-hidden="true">
        <span className="space-events" style={{ width: part(eventBytes) }} />
        <span className="space-captures" style={{ width: part(captureBytes) }} />
      </div>
      <ul className="space-legend">
        <li>
          <span className="outcome-key space-events" />
          <b>{binarySize(eventBytes)}</b> for {fullCount(events)} {noun(events, 'event')} kept with
          their content
        </li>
        <li>
          <span className="outcome-key space-captures" />
          <b>{binarySize(captureBytes)}</b> for captures and replays
        </li>
      </ul>
    </>
  );
}

function share(all: number, most: number): string {
  const percent = Math.round((100 * all) / most);
  if (all > most) return 'more than it may be: the rest goes within a minute';
  return percent < 1 ? 'less than 1 %' : `${percent} %`;
}
