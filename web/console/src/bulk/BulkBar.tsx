import type { Action } from '@suture/wire/api';
import { type ReactNode, useState } from 'react';
import { AssigneePicker } from '../issue/AssigneePicker';
import { Icon } from '../ui/Icon';
import { Menu, SplitButton } from '../ui/Menu';
import { Failure } from '../ui/Notice';
import { plural } from '../ui/number';
import { type Chosen, useAct } from './act';
import { QuestionDialog } from './QuestionDialog';
import { archiveWays, type Question, resolveWays } from './ways';

interface BulkBarProps {
  chosen: Chosen;
  /** How many issues that is, as far as is known. */
  count: number;
  /** Called when an action is done: the choice may be dropped. */
  onDone: () => void;
  /** More to do with them, at the end of the row. */
  children?: ReactNode;
}

/** What can be done with the issues that are chosen. */
export function BulkBar({ chosen, count, onDone, children }: BulkBarProps) {
  const act = useAct();
  const [question, setQuestion] = useState<Question>();
  const perform = (action: Action) => act.mutate({ chosen, action }, { onSuccess: onDone });
  const ways = { act: perform, ask: setQuestion };
  const what = plural(count, 'issue');
  return (
    <section className="bulk" aria-label="With the chosen issues">
      <span className="bulk-count">{what} chosen</span>
      <SplitButton
        label="Resolve"
        icon="check"
        onPress={() => perform({ kind: 'resolve' })}
        more="More ways to resolve"
        items={resolveWays(ways)}
        disabled={act.isPending}
      />
      <SplitButton
        label="Archive"
        icon="archive"
        title="Until it escalates"
        onPress={() => perform({ kind: 'archiveUntilEscalating' })}
        more="More ways to archive"
        items={archiveWays(ways)}
        disabled={act.isPending}
      />
      <AssigneePicker
        assignee={undefined}
        onAssign={(assignee) => perform({ kind: 'assign', ...(assignee && { assignee }) })}
      />
      {children}
      <Menu
        label="More"
        items={[
          { label: 'Reopen', onChoose: () => perform({ kind: 'reopen' }) },
          { label: 'Delete…', danger: true, onChoose: () => setQuestion('delete') },
        ]}
      >
        <Icon name="more" size={15} />
      </Menu>
      <button type="button" className="button button-quiet" onClick={onDone}>
        Choose none
      </button>
      {act.error && <Failure error={act.error} />}
      <QuestionDialog
        question={question}
        what={what}
        onAnswer={perform}
        onClose={() => setQuestion(undefined)}
      />
    </section>
  );
}
