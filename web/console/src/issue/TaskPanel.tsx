import type { AgentTask, AgentTaskEntry, IssueDetail } from '@suture/wire/api';
import { type FormEvent, useId } from 'react';
import { Failure } from '../ui/Notice';
import { plural } from '../ui/number';
import { Time } from '../ui/Time';
import { parseAssignee } from './assignee';
import { entryWords, isOpen, type TaskStep, taskTones, useTaskStep, useTasks } from './tasks';

/** What agents were asked to do about the issue, and how far they are. */
export function TaskPanel({ issue }: { issue: IssueDetail['issue'] }) {
  const tasks = useTasks(issue.id);
  const act = useTaskStep(issue.id);
  const assignee = issue.assignee ? parseAssignee(issue.assignee) : undefined;
  const [newest, ...older] = tasks.data ?? [];
  return (
    <section className="panel side tasks" aria-labelledby="tasks">
      <header className="panel-head">
        <h2 id="tasks">Agent</h2>
        {newest && (
          <span className={`badge badge-${taskTones[newest.task.state]}`}>{newest.task.state}</span>
        )}
      </header>
      {tasks.error && <Failure error={tasks.error} onRetry={() => tasks.refetch()} />}
      {newest && (
        <Told
          task={newest.task}
          entries={newest.entries}
          busy={act.isPending}
          onStep={act.mutate}
        />
      )}
      {tasks.data && !(newest && isOpen(newest.task)) && (
        <Give
          agent={assignee?.kind === 'agent' ? assignee.name : ''}
          busy={act.isPending}
          onStep={act.mutate}
        />
      )}
      {act.error && <Failure error={act.error} />}
      {older.length > 0 && (
        <details className="task-history">
          <summary>{plural(older.length, 'earlier task')}</summary>
          {older.map(({ task, entries }) => (
            <div key={task.id}>
              <p>
                {task.id}, {task.agent}: {task.state}
              </p>
              <History entries={entries} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

interface StepProps {
  busy: boolean;
  onStep: (step: TaskStep) => void;
}

interface ToldProps extends StepProps {
  task: AgentTask;
  entries: readonly AgentTaskEntry[];
}

function Told({ task, entries, busy, onStep }: ToldProps) {
  const { holder } = task;
  return (
    <>
      <p className="task-line">
        <strong>{task.agent}</strong> <span className="muted">{task.id}</span>
        {holder && (
          <>
            {' '}
            is with {holder.who.name} until{' '}
            <time dateTime={holder.until} title="Each report of the agent makes it longer">
              {new Date(holder.until).toLocaleTimeString([], {
                hour: '2-digit',
                minute: '2-digit',
              })}
            </time>
          </>
        )}
        {task.state === 'queued' && <span className="muted"> waits for an agent to take it</span>}
      </p>
      {task.told && !isOpen(task) && <p className="comment">{task.told}</p>}
      <details className="task-history" open={isOpen(task)}>
        <summary>What happened, {entries.length}</summary>
        <History entries={entries} />
      </details>
      {isOpen(task) && (
        <>
          <Say busy={busy} onSay={(text) => onStep({ step: 'comments', task: task.id, text })} />
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => onStep({ step: 'cancel', task: task.id, text: '' })}
          >
            Cancel the task
          </button>
        </>
      )}
    </>
  );
}

function History({ entries }: { entries: readonly AgentTaskEntry[] }) {
  return (
    <ol>
      {entries.toReversed().map((entry) => (
        <li key={entry.id}>
          <b>{entry.actor.name}</b> {entryWords[entry.kind]}{' '}
          <span className="muted">
            <Time at={entry.at} />
          </span>
          {entry.text && <p className="comment">{entry.text}</p>}
        </li>
      ))}
    </ol>
  );
}

function Say({ busy, onSay }: { busy: boolean; onSay: (text: string) => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('text')).trim();
    if (!text) return;
    onSay(text);
    event.currentTarget.reset();
  };
  return (
    <form className="task-form" onSubmit={submit}>
      <label className="ask-field">
        A word to the agent
        <input name="text" maxLength={4_000} autoComplete="off" />
      </label>
      <button type="submit" className="button" disabled={busy}>
        Say
      </button>
    </form>
  );
}

function Give({ agent, busy, onStep }: StepProps & { agent: string }) {
  const note = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    onStep({
      step: 'give',
      agent: String(data.get('agent')).trim(),
      note: String(data.get('note')).trim(),
    });
  };
  return (
    <form className="task-give" onSubmit={submit}>
      <label className="ask-field">
        Agent
        <input
          name="agent"
          defaultValue={agent}
          required
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          placeholder="claude"
        />
      </label>
      <label className="ask-field" htmlFor={note}>
        What is wanted
      </label>
      <textarea id={note} name="note" rows={2} maxLength={4_000} />
      <button type="submit" className="button" disabled={busy}>
        Give it to the agent
      </button>
    </form>
  );
}
