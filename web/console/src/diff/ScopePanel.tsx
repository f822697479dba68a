import type { DiffScope, Hotfix } from '@suture/wire/api';
import { Failure } from '../ui/Notice';
import { plural } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { useScope } from './diff';
import { SmallestDiff } from './SmallestDiff';

const reachWords = {
  dependency: 'a dependency changes',
  migration: 'stored data changes its shape',
  configuration: 'configuration changes',
} as const;

/** What the change touches beside the cause, and what of it is needed. */
export function ScopePanel({ hotfix }: { hotfix: Hotfix }) {
  const scope = useScope(hotfix.id, hotfix.head);
  if (hotfix.commits.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="scope-title" id="scope">
      <header className="panel-head">
        <h2 id="scope-title">Scope</h2>
        {scope.data && (
          <span className="muted">
            {plural(scope.data.files, 'file')}, {plural(scope.data.lines, 'line')} of code
          </span>
        )}
      </header>
      {scope.error && <Failure error={scope.error} onRetry={() => scope.refetch()} />}
      {scope.isPending && <Skeleton height={90} />}
      {scope.data && <Reach scope={scope.data} />}
      <SmallestDiff hotfix={hotfix} />
    </section>
  );
}

function Reach({ scope }: { scope: DiffScope }) {
  const isReach = (kind: string): kind is keyof typeof reachWords => kind in reachWords;
  const tests = scope.kinds.test ?? 0;
  return (
    <dl className="facts scope-facts">
      <Paths title="On the cause" paths={scope.onCause} none="no file that the cause names" />
      {scope.beside.length > 0 && <Paths title="Beside it" paths={scope.beside} warn />}
      {scope.untouched.length > 0 && (
        <Paths title="Named by the cause, not changed" paths={scope.untouched} />
      )}
      {scope.interfaces.length > 0 && (
        <div>
          <dt>Others may rely on</dt>
          <dd>
            {scope.interfaces.map((place) => (
              <code key={`${place.file} ${place.text}`} className="scope-line" data-warn="true">
                {place.text || place.file}
              </code>
            ))}
          </dd>
        </div>
      )}
      {scope.elsewhere.length > 0 && (
        <div>
          <dt>Functions that the cause does not name</dt>
          <dd>
            {scope.elsewhere.map((place) => (
              <code key={`${place.file} ${place.text}`} className="scope-line" data-warn="true">
                {place.text}
              </code>
            ))}
          </dd>
        </div>
      )}
      {scope.reaches.length > 0 && (
        <div>
          <dt>Beyond code</dt>
          <dd>
            {scope.reaches.map((place) => (
              <code key={place.file} className="scope-line" data-warn="true">
                {place.file}
                {isReach(place.text) && ` (${reachWords[place.text]})`}
              </code>
            ))}
          </dd>
        </div>
      )}
      {scope.allowed && (
        <div>
          <dt>Size</dt>
          <dd className={scope.allowed.exceeded ? undefined : 'muted'}>
            {scope.allowed.exceeded ? 'more than' : 'within'} what suture.yml allows
            {scope.allowed.files !== undefined && `: ${plural(scope.allowed.files, 'file')}`}
            {scope.allowed.lines !== undefined && `, ${plural(scope.allowed.lines, 'line')}`}
          </dd>
        </div>
      )}
      <div>
        <dt>Test</dt>
        <dd className={tests === 0 ? 'muted' : undefined}>
          {tests === 0 ? 'no test changes with it' : `${plural(tests, 'hunk')} of tests`}
        </dd>
      </div>
    </dl>
  );
}

interface PathsProps {
  title: string;
  paths: readonly string[];
  none?: string;
  warn?: boolean;
}

function Paths({ title, paths, none, warn }: PathsProps) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {paths.length === 0 && <span className="muted">{none}</span>}
        {paths.map((path) => (
          <code key={path} className="scope-line" data-warn={warn}>
            {path}
          </code>
        ))}
      </dd>
    </div>
  );
}
