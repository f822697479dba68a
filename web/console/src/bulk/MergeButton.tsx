import type { Issue } from '@suture/wire/api';
import { useEffect, useId, useRef, useState } from 'react';
import { useMergeSeveral } from '../api/grouping';
import { Icon } from '../ui/Icon';
import { Failure } from '../ui/Notice';
import { plural } from '../ui/number';
import { tell } from './told';

interface MergeButtonProps {
  issues: readonly Issue[];
  onDone: () => void;
}

/** Makes one issue of those that are chosen, after asking which of them stays. */
export function MergeButton({ issues, onDone }: MergeButtonProps) {
  const [asking, setAsking] = useState(false);
  const severalProjects = new Set(issues.map(({ project }) => project)).size > 1;
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={severalProjects}
        title={severalProjects ? 'Only issues of one project can be merged' : undefined}
        onClick={() => setAsking(true)}
      >
        Merge…
      </button>
      {asking && <MergeDialog issues={issues} onDone={onDone} onClose={() => setAsking(false)} />}
    </>
  );
}

function MergeDialog({ issues, onDone, onClose }: MergeButtonProps & { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const merge = useMergeSeveral();
  const [into, setInto] = useState(() => survivor(issues)?.id ?? '');
  const others = issues.map(({ id }) => id).filter((id) => id !== into);
  useEffect(() => dialog.current?.showModal(), []);
  // Told by the promise: the list without the merged issues may take this dialog away before.
  const perform = () =>
    merge.mutateAsync({ issues: others, into }).then(
      ({ undo }) => {
        const [only] = others;
        const what =
          others.length === 1 && only ? `${only} is` : `${plural(others.length, 'issue')} are`;
        tell({ text: `${what} part of ${into} now.`, undo });
        onDone();
      },
      () => undefined,
    );
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={title} onClose={onClose}>
      <header>
        <h2 id={title}>Merge {plural(issues.length, 'issue')}</h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <form
        className="question"
        onSubmit={(event) => {
          event.preventDefault();
          perform();
        }}
      >
        <fieldset className="survivors">
          <legend>Which one stays</legend>
          {issues.map((issue) => (
            <label key={issue.id} className="survivor">
              <input
                type="radio"
                name="into"
                value={issue.id}
                checked={into === issue.id}
                onChange={() => setInto(issue.id)}
              />
              <span className="survivor-title">{issue.title || issue.type}</span>
              <span className="survivor-facts muted">
                <span className="mono">{issue.id}</span>, {plural(issue.events, 'event')}
              </span>
            </label>
          ))}
        </fieldset>
        <p>
          Events, counts, captures, reports and hotfixes of {listed(others)} go to{' '}
          <strong>{into}</strong>, and so does what arrives later. The old{' '}
          {others.length === 1 ? 'id leads' : 'ids lead'} there. It can be undone.
        </p>
        {merge.error && <Failure error={merge.error} />}
        <div className="question-end">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button button-primary" disabled={merge.isPending}>
            {merge.isPending ? 'Merging…' : `Merge into ${into}`}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** The one with most events, and of those alike the oldest, as the server would choose. */
export function survivor(issues: readonly Issue[]): Issue | undefined {
  return [...issues].sort(
    (one, other) => other.events - one.events || number(one) - number(other),
  )[0];
}

const number = ({ id }: Issue) => Number(id.slice(id.lastIndexOf('-') + 1));

function listed(ids: readonly string[]): string {
  if (ids.length > 4) return plural(ids.length, 'other issue');
  return new Intl.ListFormat('en').format(ids);
}
