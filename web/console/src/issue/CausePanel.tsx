import type { Cause } from '@suture/wire/api';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { apiPath, get } from '../api/client';
import { CopyButton } from '../ui/CopyButton';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { Untrusted } from '../ui/Untrusted';
import { chainText, complaints, kinds } from './cause';

/** Why it broke: the chain from what the user did to the commit, each link beside its evidence. */
export function CausePanel({ issue }: { issue: string }) {
  const cause = useQuery({
    queryKey: ['cause', issue],
    queryFn: ({ signal }) => get<Cause>(apiPath(['issues', issue, 'cause']), signal),
    staleTime: 60_000,
  });
  return (
    <section className="panel cause" aria-labelledby="cause-title">
      <header className="panel-head">
        <h2 id="cause-title">Why it broke</h2>
        {cause.data?.exchange && (
          <span className={`badge badge-${cause.data.confident ? 'good' : 'neutral'}`}>
            {cause.data.confident ? 'as good as certain' : 'likely'}
          </span>
        )}
        <Untrusted />
        {cause.data && <CopyButton compact label="Copy the chain" text={chainText(cause.data)} />}
      </header>
      {cause.isPending && <Skeleton height={120} />}
      {cause.error && <Failure error={cause.error} onRetry={() => cause.refetch()} />}
      {cause.data && <Chain cause={cause.data} />}
    </section>
  );
}

function Chain({ cause }: { cause: Cause }) {
  const { action, exchange, expression, commits, fixedOn, candidates } = cause;
  return (
    <>
      <p className="cause-summary">{cause.summary}</p>
      <ol className="cause-chain">
        {action && (
          <Link name="Action" beside={`${action.before} ms before`}>
            <code>{action.kind}</code>
          </Link>
        )}
        {exchange && (
          <Link name="Exchange" beside={`${exchange.before} ms before`}>
            <code>
              {exchange.method} {exchange.url}
            </code>{' '}
            <b>{exchange.status || 'no answer'}</b>
          </Link>
        )}
        {exchange?.field && (
          <Link name="Field" beside={exchange.found}>
            <code className="cause-bad">{exchange.field}</code>
          </Link>
        )}
        {expression && (
          <Link name="Expression" beside={`${expression.path}:${expression.line}`}>
            <code>{expression.code}</code>
            <div className="muted">
              <code>{expression.access}</code> was {complaints[expression.complaint] ?? 'wrong'}
            </div>
          </Link>
        )}
        {commits.map((suspect) => (
          <Link key={suspect.commit} name="Commit" beside={<Time at={suspect.at} />}>
            <code>{suspect.commit.slice(0, 10)}</code> {suspect.subject}
            <div className="muted">
              {suspect.author}
              {suspect.pull && `, merged by ${suspect.pull}`}. {suspect.words}{' '}
              <code>{suspect.path}</code>
            </div>
          </Link>
        ))}
      </ol>
      {candidates.length > 1 && <Candidates candidates={candidates} />}
      {fixedOn.map((fixed) => (
        <p key={fixed.line} className="cause-fixed">
          Perhaps fixed already on {fixed.branch}: <code>{fixed.commit.slice(0, 10)}</code> changed
          what the first of these commits had changed. Compare before you fix it again.
        </p>
      ))}
    </>
  );
}

/** Where the bad value can have come from, the likeliest first, and what speaks for each. */
function Candidates({ candidates }: { candidates: Cause['candidates'] }) {
  return (
    <details className="cause-candidates">
      <summary>Where it can have come from: {candidates.length} places compared</summary>
      <ol>
        {candidates.map((each) => (
          <li key={each.exchange ?? each.kind + each.what}>
            <meter min={0} max={100} value={each.score} aria-label={`${each.score} of 100`} />
            <span className="cause-score">{each.score}</span>
            <div className="cause-what">
              <span className="cause-name">{kinds[each.kind]}</span> <code>{each.what}</code>
              {each.field && (
                <>
                  {' '}
                  <code className="cause-bad">{each.field}</code>
                </>
              )}{' '}
              {each.found}
              <div className="muted">{each.words.join(', ')}</div>
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Link(props: { name: string; beside?: ReactNode; children: ReactNode }) {
  return (
    <li>
      <span className="cause-name">{props.name}</span>
      <div className="cause-what">{props.children}</div>
      <span className="cause-beside">{props.beside}</span>
    </li>
  );
}
