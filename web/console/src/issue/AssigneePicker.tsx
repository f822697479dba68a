import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../ui/Icon';
import { useAssignable } from './assignable';
import { assigneeIcons, parseAssignee, typedAssignee } from './assignee';

export interface Suggestion {
  owner: string;
  /** How it came about: `CODEOWNERS line 3`. */
  because: string;
}

interface AssigneePickerProps {
  assignee: string | undefined;
  suggestions?: readonly Suggestion[];
  onAssign: (assignee: string | undefined) => void;
  /** Opens from outside, by a key: a number that grows. */
  openings?: number;
}

/** Shows whom an issue is assigned to, and gives it to somebody else. */
export function AssigneePicker(props: AssigneePickerProps) {
  const { assignee, suggestions = [], onAssign, openings = 0 } = props;
  const assignable = useAssignable();
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const list = useId();
  const now = assignee === undefined ? undefined : parseAssignee(assignee);

  useEffect(() => {
    if (openings > 0) setOpen(true);
  }, [openings]);

  useEffect(() => {
    if (!open) return;
    whole.current?.querySelector('input')?.focus();
    const press = (event: PointerEvent) => {
      if (!whole.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [open]);

  const give = (to: string | undefined) => {
    setOpen(false);
    onAssign(to);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedAssignee(String(new FormData(event.currentTarget).get('assignee') ?? ''));
    if (typed) give(typed);
  };

  return (
    <div className="menu" ref={whole}>
      <button
        type="button"
        className="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        title={now ? `Assigned to the ${now.kind} ${now.name}` : 'Assign (m)'}
        onClick={() => setOpen(!open)}
      >
        <Icon name={now ? assigneeIcons[now.kind] : 'person'} size={15} />
        <span className="ellipsis">{now ? now.name : 'Assign'}</span>
      </button>
      {open && (
        <div
          className="menu-list assign"
          role="dialog"
          aria-label="Assign"
          onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
        >
          <form onSubmit={submit}>
            <label className="ask-field">
              Who
              <input
                name="assignee"
                list={list}
                maxLength={107}
                autoComplete="off"
                placeholder="name, team:name or agent:name"
              />
            </label>
            <datalist id={list}>
              {assignable.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
            <button type="submit" className="button button-primary">
              Assign
            </button>
          </form>
          {suggestions.length > 0 && <h3>Suggested</h3>}
          {suggestions.map(({ owner, because }) => {
            const parsed = parseAssignee(owner);
            return (
              <button key={owner} type="button" className="menu-item" onClick={() => give(owner)}>
                <span className="assign-name">
                  <Icon name={assigneeIcons[parsed?.kind ?? 'person']} size={14} />
                  {parsed?.name ?? owner}
                </span>
                <small>{because}</small>
              </button>
            );
          })}
          {now && (
            <button type="button" className="menu-item" onClick={() => give(undefined)}>
              Nobody
            </button>
          )}
        </div>
      )}
    </div>
  );
}
