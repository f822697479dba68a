import type { IssueGrouping } from '@suture/wire/api';
import { Untrusted } from '../../ui/Untrusted';

/** What decided: a rule of the project, the sender, or Suture's own way. */
export function decider(rule: string): string {
  if (rule.endsWith(' rule')) return 'A fingerprint rule of this project decides.';
  if (rule.endsWith(' sender'))
    return 'The application sends a fingerprint of its own, and that is honoured.';
  return 'Events are one issue when they share all of this. Line numbers, builds and the wording of a browser do not count.';
}

/** What the events share, and which frames had a part in it. */
export function WhyGrouped({ newest }: { newest: IssueGrouping['newest'] }) {
  if (!newest)
    return (
      <p className="muted panel-text">
        The newest event is no longer kept, so its frames cannot be shown. The hashes below hold.
      </p>
    );
  const { fingerprint, frames, notes, exception } = newest;
  return (
    <>
      <div className="panel-text">
        <p>{decider(fingerprint.grouping)}</p>
        <ol className="why-parts">
          {fingerprint.parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part may come twice
            <li key={index}>
              <code>{part}</code>
            </li>
          ))}
        </ol>
      </div>
      {frames.length > 0 && (
        <div className="panel-text">
          <h3>
            Frames of {exception || 'the exception'} <Untrusted />
          </h3>
          <ul className="why-frames">
            {frames.map((frame, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a frame may come twice
              <li key={index} className={frame.counts ? 'why-counts' : 'why-left-out'}>
                <span className="why-mark" aria-hidden="true">
                  {frame.counts ? '●' : '○'}
                </span>
                <code className="wrap">
                  {frame.function || '(anonymous)'}{' '}
                  <span className="muted">
                    {frame.file}
                    {frame.line > 0 && `:${frame.line}`}
                  </span>
                </code>
                <span className="why-reason">{frame.counts ? 'Counts.' : frame.why}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {notes.length > 0 && (
        <div className="panel-text">
          <h3>Rules of this project that had a part</h3>
          <ul className="why-notes">
            {notes.map((note) => (
              <li key={note}>
                <code className="wrap">{note}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
