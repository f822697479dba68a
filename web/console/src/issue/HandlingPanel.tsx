import type { Bundle, Share } from '@suture/wire/api';
import { useQuery } from '@tanstack/react-query';
import { apiPath, get } from '../api/client';
import { Link } from '../route/Link';
import { issuePath } from '../route/route';
import { Failure } from '../ui/Notice';
import { plural } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { Untrusted } from '../ui/Untrusted';
import { DecisionForm } from './DecisionForm';
import { DifferenceFacts } from './DifferenceFacts';
import { Fact } from './Fact';
import { guards, trends, verdicts, ways } from './handling';

/** What to do about it: whom it hits, how far a hotfix reaches, the other ways out, the steps. */
export function HandlingPanel({ issue }: { issue: string }) {
  const bundle = useQuery({
    queryKey: ['bundle', issue],
    queryFn: ({ signal }) => get<Bundle>(apiPath(['issues', issue, 'bundle']), signal),
    staleTime: 60_000,
  });
  return (
    <section className="panel cause" aria-labelledby="handling-title">
      <header className="panel-head">
        <h2 id="handling-title">Impact and scope</h2>
        <Untrusted />
      </header>
      {bundle.isPending && <Skeleton height={120} />}
      {bundle.error && <Failure error={bundle.error} onRetry={() => bundle.refetch()} />}
      {bundle.data && <Handling bundle={bundle.data} />}
    </section>
  );
}

function Handling({ bundle }: { bundle: Bundle }) {
  const { callers, impact, index, reproduce, scope, verdict } = bundle;
  return (
    <ol className="cause-chain">
      {verdict && (
        <Fact name="Verdict">
          <b>{verdicts[verdict.way]}</b>
          {verdict.way === 'switchOff' && scope.toggle && (
            <>
              {' '}
              <code>{scope.toggle}</code>
            </>
          )}
          {verdict.because.map((fact) => (
            <div key={fact} className="muted">
              {fact}
            </div>
          ))}
          <DecisionForm issue={bundle.issue.id} verdict={verdict.way} />
        </Fact>
      )}
      <Fact name="Impact" beside={trends[impact.trend]}>
        {plural(impact.lastDay, 'event')} in the last day, {impact.dayBefore} in the day before;{' '}
        {plural(impact.users, 'user')}, {plural(impact.sessions, 'recorded session')}
        <Shares of={impact.releases} />
        <Shares of={impact.environments} />
        <Shares of={impact.browsers} />
      </Fact>
      {impact.suspect && (
        <Fact name="Suspect" beside={<Time at={impact.suspect.at} />}>
          <code>{impact.suspect.commit.slice(0, 10)}</code> {impact.suspect.subject}
          <div className="muted">
            {impact.suspect.author}
            {impact.suspect.pull && `, merged by ${impact.suspect.pull}`}
          </div>
        </Fact>
      )}
      {callers.map(({ at, folded }) => (
        <Fact
          key={`${at.frame.file}:${at.frame.line}:${at.frame.column}`}
          name="Caller"
          beside={`${at.path ?? at.frame.file}:${at.frame.line}`}
        >
          <code>{lineOf(at) ?? (at.frame.function || '?')}</code>
          {folded > 0 && <div className="muted">behind {plural(folded, 'call')} of others</div>}
        </Fact>
      ))}
      {scope.files.length > 0 && (
        <Fact name="Files" beside="that a hotfix may touch">
          {scope.files.map((file) => (
            <div key={file}>
              <code>{file}</code>
            </div>
          ))}
        </Fact>
      )}
      {scope.guards.map((guard) => (
        <Fact key={guard.end} name="Guard" beside={guards[guard.end]}>
          <code>
            {guard.path}:{guard.line}
          </code>
        </Fact>
      ))}
      {scope.alternatives.map(({ way, words }) => (
        <Fact key={way} name={ways[way]}>
          {words}
        </Fact>
      ))}
      <Fact name="Reproduce">
        {reproduce.words}
        {reproduce.steps.length > 0 && (
          <details>
            <summary>
              {plural(reproduce.steps.length, 'step')}
              {reproduce.minimal && ', and no fewer'}
            </summary>
            {reproduce.steps.map((step, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps repeat and never move
              <div key={at}>
                <code>{step}</code>
              </div>
            ))}
          </details>
        )}
      </Fact>
      {bundle.traced.length > 0 && (
        <Fact name="Same trace" beside="other failures">
          {bundle.traced.map((other) => (
            <div key={other.issue}>
              <Link to={issuePath(other.issue)}>{other.issue}</Link>{' '}
              {other.exchange && <code>{other.exchange}</code>}
            </div>
          ))}
        </Fact>
      )}
      {bundle.capture && <DifferenceFacts of={bundle.differences} />}
      {index.length > 0 && (
        <Fact name="Evidence" beside="tokens in full">
          {index.map(({ uri, tokens }) => (
            <div key={uri}>
              <code>{uri}</code> {tokens}
            </div>
          ))}
        </Fact>
      )}
      {bundle.cut && bundle.cut.length > 0 && (
        <Fact name="Left out">
          {bundle.cut.map((words) => (
            <div key={words}>{words}</div>
          ))}
        </Fact>
      )}
    </ol>
  );
}

/** The line of a frame at the live commit. */
function lineOf(at: Bundle['frames'][number]): string | undefined {
  return at.code?.lines[at.frame.line - at.code.first]?.trim();
}

function Shares({ of }: { of: Share[] }) {
  return of.length === 0 ? null : (
    <div className="muted">
      {of.map((each) => `${each.value || 'others'} (${each.events})`).join(', ')}
    </div>
  );
}
