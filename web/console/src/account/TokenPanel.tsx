import type { MadeToken, Scope } from '@suture/wire/api';
import { type FormEvent, useId, useState } from 'react';
import { CopyButton } from '../ui/CopyButton';
import { Day } from '../ui/Day';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { Field } from './Field';
import { useMakeToken, useRemoveToken, useTokens } from './queries';

interface TokenPanelProps {
  title: string;
  lead: string;
  /** What a new token may have. */
  scopes: readonly Scope[];
  /** Whose tokens they are; those of the person without one. */
  project?: string;
}

const meanings: Record<Scope, string> = {
  'failure:read': 'read issues, events and captures',
  'failure:write': 'resolve, archive, assign',
  'hotfix:write': 'start and check hotfixes',
  'ship:propose': 'propose that a hotfix is shipped',
  'release:write': 'releases, deployments, source maps',
  'project:admin': 'change projects',
  'member:admin': 'people, teams, invitations',
  'audit:read': 'read the audit log',
};

export function TokenPanel({ title, lead, scopes, project }: TokenPanelProps) {
  const id = useId();
  const tokens = useTokens(project);
  const remove = useRemoveToken(project);
  const [made, setMade] = useState<MadeToken>();
  return (
    <section className="panel" aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
      </header>
      <p className="panel-text muted">{lead}</p>
      {made && <ShownOnce made={made} onDone={() => setMade(undefined)} />}
      {tokens.isPending && <Skeleton height={62} />}
      {tokens.error && <Failure error={tokens.error} onRetry={() => tokens.refetch()} />}
      <ul className="rows">
        {tokens.data?.map((token) => (
          <li key={token.id}>
            <div className="row-main">
              <span>
                <strong>{token.name}</strong> <code className="muted">{token.hint}</code>
              </span>
              <span>
                {token.scopes.join(', ')}
                {' · '}
                {token.seen ? (
                  <>
                    used <Time at={token.seen} />
                  </>
                ) : (
                  'never used'
                )}
                {' · '}
                {token.expires ? (
                  <>
                    until <Day at={token.expires} />
                  </>
                ) : (
                  'never ends'
                )}
              </span>
            </div>
            <div className="row-end">
              <button
                type="button"
                className="button button-remove"
                disabled={remove.isPending}
                onClick={() => remove.mutate(token.id)}
              >
                Remove<span className="hidden"> {token.name}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
      {remove.error && <Failure error={remove.error} />}
      <MakeToken scopes={scopes} project={project} onMade={setMade} />
    </section>
  );
}

function ShownOnce({ made, onDone }: { made: MadeToken; onDone: () => void }) {
  return (
    <div className="shown-once" role="status">
      <strong>{made.token.name}</strong>
      <span className="with-copy">
        <code className="wrap">{made.secret}</code>
        <CopyButton text={made.secret} label="Copy the token" compact />
      </span>
      <p>This is the only time that it is shown: copy it now. The server keeps its hash.</p>
      <div>
        <button type="button" className="button" onClick={onDone}>
          I have it
        </button>
      </div>
    </div>
  );
}

interface MakeTokenProps {
  scopes: readonly Scope[];
  project: string | undefined;
  onMade: (made: MadeToken) => void;
}

const lives: readonly [days: number, what: string][] = [
  [30, '30 days'],
  [90, '90 days'],
  [365, 'a year'],
  [0, 'until it is removed'],
];

function MakeToken({ scopes, project, onMade }: MakeTokenProps) {
  const make = useMakeToken(project);
  const [name, setName] = useState('');
  const [days, setDays] = useState(90);
  const [chosen, setChosen] = useState<readonly Scope[]>(project ? ['release:write'] : []);
  const id = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(
      { name, scopes: [...chosen], days: days || undefined },
      {
        onSuccess: (made) => {
          onMade(made);
          setName('');
        },
      },
    );
  };
  const flip = (scope: Scope) =>
    setChosen(
      chosen.includes(scope) ? chosen.filter((each) => each !== scope) : [...chosen, scope],
    );

  return (
    <form className="panel-form form" onSubmit={submit}>
      <div className="form-row">
        <Field
          label="What a new token is for"
          name="token-name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          placeholder={project ? 'The build' : 'My laptop'}
          autoComplete="off"
          maxLength={100}
          required
        />
        <div className="field">
          <label htmlFor={id}>Valid for</label>
          <select id={id} value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {lives.map(([value, what]) => (
              <option key={value} value={value}>
                {what}
              </option>
            ))}
          </select>
        </div>
      </div>
      <fieldset className="scopes">
        <legend>It may</legend>
        {scopes.map((scope) => (
          <label key={scope} className="check" title={scope}>
            <input type="checkbox" checked={chosen.includes(scope)} onChange={() => flip(scope)} />
            {meanings[scope]}
          </label>
        ))}
      </fieldset>
      {make.error && <Failure error={make.error} />}
      <button
        type="submit"
        className="button"
        disabled={make.isPending || chosen.length === 0}
        title={chosen.length === 0 ? 'Choose what it may do' : undefined}
      >
        Make a token
      </button>
    </form>
  );
}
