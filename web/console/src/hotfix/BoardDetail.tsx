import type { Backport, Hotfix, LineStatus } from '@suture/wire/api';
import { useId, useState } from 'react';
import { useBackport, useExemption } from '../api/board';
import { CopyButton } from '../ui/CopyButton';
import { Failure, Notice } from '../ui/Notice';
import { exactTime, useNow } from '../ui/time';
import { Conflicts } from './Conflicts';
import { asksForAProof, goesAlong, lacks, lasting } from './presence';
import { Steps } from './Steps';

interface BoardDetailProps {
  hotfix: Hotfix;
  status: LineStatus;
  backport: Backport | undefined;
}

/** One fix on one line: how that is known, and what can be done about it. */
export function BoardDetail({ hotfix, status, backport }: BoardDetailProps) {
  const now = useNow();
  const start = useBackport(hotfix.id);
  const exemption = useExemption(hotfix.id);
  const isShipped = hotfix.state !== 'open' && hotfix.state !== 'planned';
  const owes = lacks(status) && (isShipped || goesAlong(hotfix, status));
  const waivable = owes || (asksForAProof(status) && isShipped);
  const exempt = status.presence === 'waived' || status.presence === 'notAffected';
  const error = start.error ?? exemption.error;
  const proposed = backport?.state === 'proposed';
  return (
    <section className="panel" aria-live="polite" aria-labelledby="detail-title">
      <header className="panel-head">
        <h2 id="detail-title">
          {hotfix.id} on {status.line}
        </h2>
      </header>
      <div className="panel-text stack">
        <p>
          {status.evidence}
          {status.since && (
            <>
              {' '}
              It has lacked the fix{' '}
              <time dateTime={status.since} title={exactTime(Date.parse(status.since))}>
                {lasting(status.since, now)}
              </time>
              .
            </>
          )}
        </p>
        {error && <Failure error={error} />}
        {backport && <Attempt backport={backport} />}
        <Steps steps={status.steps ?? []} />
        {waivable && (
          <div className="board-actions">
            {owes && (
              <button
                type="button"
                className={proposed ? 'button' : 'button button-primary'}
                disabled={start.isPending}
                onClick={() => start.mutate(status.line)}
              >
                {start.isPending
                  ? 'Bringing it over…'
                  : proposed
                    ? 'Begin the backport again'
                    : backport
                      ? 'Go on with the backport'
                      : `Bring it to ${status.branch}`}
              </button>
            )}
            <Waive
              busy={exemption.isPending}
              onWaive={(reason) => exemption.mutate({ line: status.line, reason })}
            />
          </div>
        )}
        {exempt && (
          <button
            type="button"
            className="button"
            disabled={exemption.isPending}
            onClick={() => exemption.mutate({ line: status.line })}
          >
            Owe it again
          </button>
        )}
      </div>
    </section>
  );
}

function Attempt({ backport }: { backport: Backport }) {
  if (backport.state === 'nothing')
    return (
      <Notice tone="info" title={backport.says ?? "The line's files have all of it already."} />
    );
  if (backport.state === 'conflicted') return <Conflicts backport={backport} />;
  const refused = backport.state === 'refused';
  return (
    <Notice
      tone={refused ? 'warning' : 'info'}
      title={
        refused
          ? 'Brought over, and not proposed'
          : backport.state === 'proposed'
            ? 'Brought over, to be merged'
            : 'On its way to the origin'
      }
    >
      <p className="board-branch">
        <code>{backport.plan.branch}</code>
        <CopyButton text={backport.plan.branch} label="Copy the branch's name" compact />
        {backport.proposal && (
          <a className="button button-primary" href={backport.proposal} rel="noreferrer">
            Open the pull request
          </a>
        )}
      </p>
      {backport.notes.length > 0 && (
        <ul className="board-notes">
          {backport.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {backport.ran && backport.ran.length > 0 && (
        <ul className="board-notes">
          {backport.ran.map((told) => (
            <li key={told}>{told}</li>
          ))}
        </ul>
      )}
      {backport.says && <p>{backport.says}</p>}
    </Notice>
  );
}

/** Lets the line off, by name and with a reason. */
function Waive({ busy, onWaive }: { busy: boolean; onWaive: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  const id = useId();
  return (
    <form
      className="board-waive"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) onWaive(reason.trim());
      }}
    >
      <label htmlFor={id}>Or waive it in your name, because</label>
      <input
        id={id}
        className="input"
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="submit" className="button" disabled={busy || !reason.trim()}>
        Waive
      </button>
    </form>
  );
}
