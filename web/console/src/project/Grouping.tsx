import type { GroupingRules, GroupingRulesText, Project } from '@suture/wire/api';
import { useState } from 'react';
import { useChangeGroupingRules, useGroupingRules } from '../api/grouping';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { LinesField } from './Field';
import { RulesTrial } from './RulesTrial';
import { SaveBar } from './SaveBar';

/** The project's rules of grouping, tried on kept events before they hold. */
export function Grouping({ project }: { project: Project }) {
  const rules = useGroupingRules(project.slug);
  if (rules.error && !rules.data)
    return <Failure error={rules.error} onRetry={() => rules.refetch()} />;
  if (!rules.data) return <Skeleton height={520} />;
  return <Editor key={rules.data.version} project={project} held={rules.data} />;
}

function Editor({ project, held }: { project: Project; held: GroupingRules }) {
  const [text, setText] = useState<GroupingRulesText>(held.rules);
  const trial = useChangeGroupingRules(project.slug);
  const save = useChangeGroupingRules(project.slug);
  const changed =
    text.fingerprint !== held.rules.fingerprint ||
    text.stack !== held.rules.stack ||
    text.own !== held.rules.own;
  const set = (part: Partial<GroupingRulesText>) => {
    setText({ ...text, ...part });
    trial.reset();
  };
  const send = (dryRun: boolean) => ({ version: held.version, rules: text, dryRun });
  return (
    <form
      className="panel"
      aria-labelledby="rules-title"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(send(false));
      }}
    >
      <header className="panel-head">
        <h2 id="rules-title">Grouping rules</h2>
      </header>
      <div className="panel-body form">
        <p className="field-hint">
          Rules hold for events that arrive after they were saved. Issues that are there stay as
          they are: merge or unmerge them by hand. Lines that begin with # are remarks.
        </p>
        <LinesField
          label="Fingerprint rules"
          hint={
            <>
              One rule a line: conditions, an arrow, what to group by. The first that matches
              decides, before a fingerprint that the application sends.{' '}
              <code>{'{{ default }}'}</code> is what Suture would group by.
            </>
          }
          value={text.fingerprint}
          placeholder={
            'error.type:ConnectionError error.value:"*timeout*" -> conn-timeout, {{ function }} title="Timeout in {{ function }}"'
          }
          onChange={(fingerprint) => set({ fingerprint })}
        />
        <LinesField
          label="Stack rules"
          hint={
            <>
              One rule a line: conditions, then what to do with the frames: <code>+app</code>,{' '}
              <code>-app</code>, <code>-group</code>, <code>^-group</code> for all frames above,{' '}
              <code>v+app</code> for all below, <code>max-frames=3</code>.
            </>
          }
          value={text.stack}
          placeholder={
            'stack.abs_path:**/generated/** -app\nfamily:javascript stack.function:retry* -group'
          }
          onChange={(stack) => set({ stack })}
        />
        <LinesField
          label="Own code"
          hint="Modules and paths that are this application's own begin with one of these, one a line; a dash before those that are not. They outweigh what the sender says."
          value={text.own}
          placeholder={'com.example.\n-com.example.generated.'}
          onChange={(own) => set({ own })}
        />
        <div className="rules-try">
          <button
            type="button"
            className="button"
            disabled={trial.isPending}
            onClick={() => trial.mutate(send(true))}
          >
            {trial.isPending ? 'Trying…' : 'Try on recent events'}
          </button>
          <span className="muted">Changes nothing.</span>
        </div>
        {trial.error && <Failure error={trial.error} />}
        {trial.data && <RulesTrial answer={trial.data} />}
        <SaveBar
          changed={changed}
          saving={save.isPending}
          saved={save.isSuccess}
          error={save.error}
          onUndo={() => {
            setText(held.rules);
            save.reset();
            trial.reset();
          }}
        />
        <History held={held} onTake={(rules) => set(rules)} />
      </div>
    </form>
  );
}

function History({
  held,
  onTake,
}: {
  held: GroupingRules;
  onTake: (rules: GroupingRulesText) => void;
}) {
  if (held.history.length === 0) return <p className="field-hint">There are no rules yet.</p>;
  return (
    <details>
      <summary>
        Version {held.version}, {held.history.length === 1 ? 'the first' : 'and those before it'}
      </summary>
      <ul className="rules-history">
        {held.history.map((version) => (
          <li key={version.version}>
            <span>
              Version {version.version} by {version.who} <Time at={version.at} />
            </span>
            <button type="button" className="button" onClick={() => onTake(version.text)}>
              Put into the form
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
