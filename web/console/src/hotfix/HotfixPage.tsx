import type { Hotfix } from '@suture/wire/api';
import { useCheckHotfix, useHotfix } from '../api/queries';
import { ScopePanel } from '../diff/ScopePanel';
import { Link } from '../route/Link';
import { issuePath } from '../route/route';
import { ShipPanel } from '../ship/ShipPanel';
import { useShip } from '../ship/ship';
import { CopyButton } from '../ui/CopyButton';
import { Icon } from '../ui/Icon';
import { Failure, Notice } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Snippet } from '../ui/Snippet';
import { Time } from '../ui/Time';
import { useTitle } from '../ui/title';
import { branchCommands } from './commands';
import { Flag } from './Flag';
import { LinesTable } from './LinesTable';
import { LoopLine } from './LoopLine';
import { nextStep } from './nextStep';
import { ProofPanel } from './ProofPanel';
import { RecoveryClock } from './RecoveryClock';

export function HotfixPage({ id }: { id: string }) {
  useTitle(id);
  const hotfix = useHotfix(id);
  return (
    <div className="page page-narrow">
      <nav className="crumbs" aria-label="Where this is">
        <Link to="/hotfixes">Hotfixes</Link>
        <span aria-hidden="true">/</span>
        <span>{id}</span>
      </nav>
      {hotfix.data && <HotfixView hotfix={hotfix.data} />}
      {hotfix.error && !hotfix.data && (
        <Failure error={hotfix.error} onRetry={() => hotfix.refetch()} />
      )}
      {hotfix.isPending && (
        <div role="status" aria-label="Loading the hotfix" className="stack">
          <Skeleton height={40} width="60%" />
          <Skeleton height={86} />
          <Skeleton height={220} />
          <Skeleton height={200} />
        </div>
      )}
    </div>
  );
}

function HotfixView({ hotfix }: { hotfix: Hotfix }) {
  const check = useCheckHotfix(hotfix.id);
  const ship = useShip(hotfix.id);
  const planned = hotfix.state === 'planned';
  return (
    <div className="stack">
      <div className="hotfix-head">
        <div>
          <h1 className="mono">{hotfix.id}</h1>
          <p className="muted">
            {hotfix.issue ? (
              <>
                For <Link to={issuePath(hotfix.issue)}>{hotfix.issue}</Link>
              </>
            ) : (
              'Made without Suture,'
            )}{' '}
            in {hotfix.project}, started <Time at={hotfix.started} />
          </p>
        </div>
        <div className="hotfix-check">
          <button
            type="button"
            className="button button-primary"
            disabled={check.isPending}
            onClick={() => check.mutate()}
          >
            <Icon name="refresh" size={15} />
            {check.isPending ? 'Looking at the origin…' : planned ? 'Try again' : 'Check now'}
          </button>
          <span className="muted">
            {hotfix.checked ? (
              <>
                checked <Time at={hotfix.checked} />
              </>
            ) : (
              'not checked yet'
            )}
          </span>
        </div>
      </div>
      {check.error && <Failure error={check.error} />}
      {hotfix.flagged && <Flag hotfix={hotfix} />}
      {hotfix.problem && (
        <Notice tone="warning" title="The last step did not succeed">
          <p>{hotfix.problem}</p>
        </Notice>
      )}
      <section className="panel" aria-label="State">
        <LoopLine hotfix={hotfix} />
        <p className="next-step">{nextStep(hotfix, ship.data)}</p>
        <RecoveryClock hotfix={hotfix} />
      </section>
      <BranchPanel hotfix={hotfix} />
      <ProofPanel hotfix={hotfix} />
      <ScopePanel hotfix={hotfix} />
      <ShipPanel hotfix={hotfix} />
      <section className="panel" aria-labelledby="lines-title" id="lines">
        <header className="panel-head">
          <h2 id="lines-title">Lines</h2>
        </header>
        <LinesTable lines={hotfix.lines} />
      </section>
    </div>
  );
}

function BranchPanel({ hotfix }: { hotfix: Hotfix }) {
  return (
    <section className="panel" aria-labelledby="branch-title" id="branch">
      <header className="panel-head">
        <h2 id="branch-title">Branch</h2>
        <code className="ellipsis">{hotfix.id}</code>
        <CopyButton text={hotfix.id} label="Copy the branch's name" compact />
      </header>
      <dl className="facts">
        <div>
          <dt>Base</dt>
          <dd>
            <code>{hotfix.base.slice(0, 12)}</code> <span className="muted">{hotfix.baseIs}</span>
          </dd>
        </div>
        <div>
          <dt>Head</dt>
          <dd>
            <code>{hotfix.head.slice(0, 12)}</code>
            {hotfix.head === hotfix.base && <span className="muted"> still the base</span>}
          </dd>
        </div>
      </dl>
      {hotfix.state === 'planned' ? (
        <p className="panel-text muted">The branch is not on the origin yet.</p>
      ) : (
        <BranchWork hotfix={hotfix} />
      )}
    </section>
  );
}

/** The commands to work on the branch, and what is on it. */
function BranchWork({ hotfix }: { hotfix: Hotfix }) {
  const commands = branchCommands(hotfix);
  return (
    <>
      <div className="branch-commands">
        <div>
          <h3>Work on it</h3>
          <Snippet text={commands.fetch} label="Copy the commands" />
        </div>
        <div>
          <h3>Send the fix</h3>
          <Snippet text={commands.push} label="Copy the command" />
        </div>
      </div>
      <h3 className="panel-sub">Commits</h3>
      {hotfix.commits.length === 0 ? (
        <p className="panel-text muted">None yet: commit the fix on the branch and push it.</p>
      ) : (
        <ol className="commits">
          {hotfix.commits.map((commit) => (
            <li key={commit.id}>
              <code>{commit.id.slice(0, 12)}</code>
              <span className="commit-subject">{commit.subject}</span>
              <span className="muted">
                {commit.author}, <Time at={commit.at} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
