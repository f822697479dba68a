import type { DiffHunk, DiffPiece, Hotfix, Narrowing } from '@suture/wire/api';
import { CopyButton } from '../ui/CopyButton';
import { Failure } from '../ui/Notice';
import { plural } from '../ui/number';
import { foundText, useNarrowing, useNarrowingStep } from './diff';

/** Which of the change the fix can do without; nothing is taken out on its own. */
export function SmallestDiff({ hotfix }: { hotfix: Hotfix }) {
  const view = useNarrowing(hotfix.id);
  const step = useNarrowingStep(hotfix.id);
  const narrowing = view.data?.narrowing;
  const running = narrowing?.state === 'running';
  return (
    <div className="smallest">
      <div className="smallest-head">
        <h3>Smallest diff</h3>
        <button
          type="button"
          className="button"
          disabled={running || step.isPending}
          onClick={() => step.mutate('search')}
        >
          {running ? 'Searching…' : narrowing ? 'Search again' : 'Find what can be left out'}
        </button>
      </div>
      {step.error && <Failure error={step.error} />}
      {!narrowing && (
        <p className="muted">
          Leaves each hunk out once and runs the reproduction: what it is a fix without is shown
          here.
        </p>
      )}
      {view.data?.outdated && <p>The branch has other commits by now: search again.</p>}
      {narrowing && <Told narrowing={narrowing} onBranch={() => step.mutate('branch')} />}
    </div>
  );
}

function Told({ narrowing, onBranch }: { narrowing: Narrowing; onBranch: () => void }) {
  const { state, tried, problem, found, branch } = narrowing;
  if (state === 'running') return <p role="status">{plural(tried, 'part')} tried so far.</p>;
  if (!found) return <p>{problem}</p>;
  return (
    <>
      <p>
        {foundText(found.pieces)}{' '}
        <span className="muted">
          {plural(found.runs, 'run')}, {plural(found.builds, 'build')}
        </span>
      </p>
      <ul className="pieces">
        {found.pieces.map((piece) => (
          <Piece key={`${piece.hunk.file} ${piece.hunk.at} ${piece.hunk.kind}`} piece={piece} />
        ))}
      </ul>
      {found.commit &&
        (branch ? (
          <p>
            Pushed as <code>{branch}</code>{' '}
            <CopyButton text={branch} label="Copy the branch’s name" compact />
          </p>
        ) : (
          <button type="button" className="button" onClick={onBranch}>
            Make a branch of the needed part
          </button>
        ))}
    </>
  );
}

const verdicts: Record<DiffPiece['verdict'], readonly [text: string, tone: string]> = {
  needed: ['needed', 'good'],
  notNeeded: ['not needed', 'warning'],
  unsure: ['nobody can tell', 'neutral'],
  apart: ['not tried', 'neutral'],
};

function Piece({ piece }: { piece: DiffPiece }) {
  const [text, tone] = verdicts[piece.verdict];
  return (
    <li data-verdict={piece.verdict}>
      <div className="piece-head">
        <code className="ellipsis">
          {piece.hunk.file}
          {piece.hunk.whole ? '' : `:${piece.hunk.at}`}
        </code>
        <span className="badge badge-neutral">{piece.hunk.kind}</span>
        <span className={`badge badge-${tone}`}>{text}</span>
      </div>
      {!piece.hunk.whole && <Lines hunk={piece.hunk} idle={piece.idle} />}
    </li>
  );
}

function Lines({ hunk, idle }: { hunk: DiffHunk; idle: readonly DiffHunk[] }) {
  const without = {
    removed: idle.flatMap(({ removed }) => removed),
    added: idle.flatMap(({ added }) => added),
  };
  return (
    <pre className="piece-lines">
      {(['removed', 'added'] as const).map((side) =>
        hunk[side].map((line, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
            key={`${side} ${index}`}
            data-side={side}
            data-idle={without[side].includes(line)}
          >
            {side === 'removed' ? '−' : '+'} {line.trimEnd()}
            {'\n'}
          </span>
        )),
      )}
    </pre>
  );
}
