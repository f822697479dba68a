import type { Action } from '@suture/wire/api';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../ui/Icon';
import type { Question } from './ways';

interface QuestionDialogProps {
  question: Question | undefined;
  /** How many issues it is about, in words: `3 issues`, `shop-1`. */
  what: string;
  /** Names to choose from. */
  releases?: readonly string[];
  onAnswer: (action: Action) => void;
  onClose: () => void;
}

const titles: Record<Question, string> = {
  release: 'Resolve in a release',
  commit: 'Resolve by a commit',
  until: 'Archive until',
  delete: 'Delete',
};

/** Asks for what an action still needs. */
export function QuestionDialog(props: QuestionDialogProps) {
  const { question, what, releases = [], onAnswer, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    if (question) dialog.current?.showModal();
    else dialog.current?.close();
  }, [question]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!question) return;
    onAnswer(answer(question, new FormData(event.currentTarget)));
    onClose();
  };

  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onClose}>
      {question && (
        <>
          <header>
            <h2 id={id}>{titles[question]}</h2>
            <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
              <Icon name="close" />
            </button>
          </header>
          <form className="question" onSubmit={submit}>
            <Fields question={question} what={what} releases={releases} />
            <div className="question-end">
              <button type="button" className="button" onClick={onClose}>
                Cancel
              </button>
              <button type="submit" className="button button-primary">
                {question === 'delete' ? 'Delete' : question === 'until' ? 'Archive' : 'Resolve'}
              </button>
            </div>
          </form>
        </>
      )}
    </dialog>
  );
}

function Fields({
  question,
  what,
  releases,
}: {
  question: Question;
  what: string;
  releases: readonly string[];
}) {
  const list = useId();
  switch (question) {
    case 'release':
      return (
        <label className="ask-field">
          Release that has the fix
          <input name="release" required maxLength={200} list={list} autoComplete="off" />
          <datalist id={list}>
            {releases.map((release) => (
              <option key={release} value={release} />
            ))}
          </datalist>
        </label>
      );
    case 'commit':
      return (
        <label className="ask-field">
          Commit, tag or branch that has the fix
          <input name="commit" required maxLength={200} autoComplete="off" spellCheck={false} />
        </label>
      );
    case 'until':
      return <UntilFields />;
    case 'delete':
      return (
        <>
          <p>
            {what}: events, counts, captures and the activity log go for good. There is no way back.
          </p>
          <label className="check">
            <input type="checkbox" name="discard" /> Drop its later events as well
          </label>
        </>
      );
  }
}

type Until = 'date' | 'events' | 'users';

const periods: readonly (readonly [minutes: string, label: string])[] = [
  ['', 'in whatever time'],
  ['60', 'within an hour'],
  ['1440', 'within a day'],
  ['10080', 'within a week'],
];

function UntilFields() {
  const [until, setUntil] = useState<Until>('date');
  const tomorrow = new Date(Date.now() + 86_400_000);
  const local = new Date(tomorrow.getTime() - tomorrow.getTimezoneOffset() * 60_000);
  return (
    <>
      <fieldset className="choice">
        <legend className="hidden">Until what</legend>
        {(['date', 'events', 'users'] as const).map((each) => (
          <label key={each} className="check">
            <input
              type="radio"
              name="until"
              value={each}
              checked={until === each}
              onChange={() => setUntil(each)}
            />
            {{ date: 'a date', events: 'more events', users: 'more users' }[each]}
          </label>
        ))}
      </fieldset>
      {until === 'date' ? (
        <label className="ask-field">
          Date
          <input
            type="datetime-local"
            name="date"
            required
            defaultValue={local.toISOString().slice(0, 16)}
          />
        </label>
      ) : (
        <div className="ask-row">
          <label className="ask-field">
            {until === 'events' ? 'So many more events' : 'So many more users'}
            <input
              type="number"
              name="count"
              required
              min={1}
              max={1_000_000_000}
              defaultValue={100}
            />
          </label>
          <label className="ask-field">
            When
            <span className="select">
              <select name="minutes" defaultValue="">
                {periods.map(([minutes, label]) => (
                  <option key={minutes} value={minutes}>
                    {label}
                  </option>
                ))}
              </select>
            </span>
          </label>
        </div>
      )}
    </>
  );
}

/** The action that a filled form says. */
export function answer(question: Question, form: FormData): Action {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  switch (question) {
    case 'release':
      return { kind: 'resolveInRelease', release: text('release') };
    case 'commit':
      return { kind: 'resolveByCommit', commit: text('commit') };
    case 'delete':
      return { kind: 'delete', discard: form.has('discard') };
    case 'until': {
      const minutes = text('minutes') ? { minutes: Number(text('minutes')) } : {};
      switch (text('until') as Until) {
        case 'date':
          return { kind: 'archiveUntilDate', date: new Date(text('date')).toISOString() };
        case 'events':
          return { kind: 'archiveUntilEvents', events: Number(text('count')), ...minutes };
        case 'users':
          return { kind: 'archiveUntilUsers', users: Number(text('count')), ...minutes };
      }
    }
  }
}
