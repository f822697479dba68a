import type { Hotfix, Proof, ProofCommand } from '@suture/wire/api';
import { apiPath } from '../api/client';
import { Icon } from '../ui/Icon';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { proofWord, useProof, useProve, verdictText } from './proof';

/** Whether the failure was shown on what is live and is gone on the hotfix. */
export function ProofPanel({ hotfix }: { hotfix: Hotfix }) {
  const proof = useProof(hotfix.id);
  const prove = useProve(hotfix.id);
  const view = proof.data;
  const told = view && proofWord(view);
  return (
    <section className="panel" aria-labelledby="proof-title" id="proof">
      <header className="panel-head">
        <h2 id="proof-title">Proof</h2>
        {told && <span className={`badge badge-${told.tone}`}>{told.word}</span>}
        {view?.proof && (
          <span className="muted">
            run <Time at={view.proof.at} />
          </span>
        )}
        <button
          type="button"
          className="button"
          disabled={prove.isPending || view?.running || hotfix.head === hotfix.base}
          onClick={() => prove.mutate()}
        >
          <Icon name="refresh" size={15} />
          {view?.running ? 'Running both commits…' : view?.proof ? 'Prove again' : 'Prove it'}
        </button>
      </header>
      {prove.error && <Failure error={prove.error} />}
      {proof.error && !view && <Failure error={proof.error} onRetry={() => proof.refetch()} />}
      {proof.isPending && <Skeleton height={80} />}
      {view && <p className="panel-text">{view.says}</p>}
      {view?.proof && <Sides hotfix={hotfix.id} proof={view.proof} />}
    </section>
  );
}

function Sides({ hotfix, proof }: { hotfix: string; proof: Proof }) {
  return (
    <dl className="facts">
      <Side hotfix={hotfix} name="Live" side={proof.live} />
      <Side hotfix={hotfix} name="Hotfix" side={proof.fix} />
      <Command name="Checks" ran={proof.checks} />
      {proof.content && <Command name="Content" ran={proof.content} />}
      <div>
        <dt>Signed</dt>
        <dd>
          <code>{proof.signature.slice(0, 16)}</code>
        </dd>
      </div>
    </dl>
  );
}

/** A command of the project, and what came of it on the hotfix. */
function Command({ name, ran }: { name: string; ran: ProofCommand | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {ran ? (
          <>
            {ran.problem ?? (ran.passed ? 'Passed: ' : 'Failed: ')} <code>{ran.command}</code>
          </>
        ) : (
          <span className="muted">The project names none.</span>
        )}
      </dd>
    </div>
  );
}

function Side({ hotfix, name, side }: { hotfix: string; name: string; side: Proof['live'] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code>{side.commit.slice(0, 12)}</code> {verdictText(side.verdict)}{' '}
        {side.exhibits.map((exhibit) => (
          <a key={exhibit.name} href={apiPath(['hotfixes', hotfix, 'proof', exhibit.name])}>
            {exhibit.name.replace(/^(?:live|fix)-/, '')}{' '}
          </a>
        ))}
      </dd>
    </div>
  );
}
