import type { Action, IssueDetail } from '@suture/wire/api';
import { useState } from 'react';
import { apiPath, getText } from '../api/client';
import { useOwners } from '../api/life';
import { useStartHotfix } from '../api/queries';
import { useAct } from '../bulk/act';
import { QuestionDialog } from '../bulk/QuestionDialog';
import { archiveWays, type Question, resolveWays } from '../bulk/ways';
import { Link } from '../route/Link';
import { navigate } from '../route/location';
import { hotfixPath, issuePath } from '../route/route';
import { CopyButton } from '../ui/CopyButton';
import { Icon } from '../ui/Icon';
import { Menu, SplitButton } from '../ui/Menu';
import { Failure } from '../ui/Notice';
import { AssigneePicker } from './AssigneePicker';
import { useIssueKeys } from './useIssueKeys';

/** What can be done about the issue; what the server refuses is told beneath. */
export function IssueActions({ detail }: { detail: IssueDetail }) {
  const { issue, hotfixes, releases } = detail;
  const act = useAct();
  const start = useStartHotfix(issue.id);
  const owners = useOwners(issue.id);
  const [question, setQuestion] = useState<Question>();
  const [assignings, setAssignings] = useState(0);
  const closed = issue.state === 'resolved' || issue.state === 'archived';
  const open = hotfixes.find((hotfix) => hotfix.state !== 'closed');

  const perform = (action: Action) => act.mutate({ chosen: { ids: [issue.id] }, action });
  const remove = (action: Action) =>
    act.mutate(
      { chosen: { ids: [issue.id] }, action },
      { onSuccess: () => navigate(`/?project=${encodeURIComponent(issue.project)}`) },
    );
  const ways = { act: perform, ask: setQuestion };
  useIssueKeys(issue, {
    resolve: () => perform({ kind: closed ? 'reopen' : 'resolve' }),
    archive: () => perform({ kind: 'archiveUntilEscalating' }),
    assign: () => setAssignings((times) => times + 1),
  });

  return (
    <>
      <div className="actions">
        {closed ? (
          <button
            type="button"
            className="button"
            disabled={act.isPending}
            title="Open it again (r)"
            onClick={() => perform({ kind: 'reopen' })}
          >
            <Icon name="refresh" size={15} /> Reopen
          </button>
        ) : (
          <>
            <SplitButton
              label="Resolve"
              icon="check"
              title="As of now (r)"
              onPress={() => perform({ kind: 'resolve' })}
              more="More ways to resolve"
              items={resolveWays(ways)}
              disabled={act.isPending}
            />
            <SplitButton
              label="Archive"
              icon="archive"
              title="Until it escalates (a)"
              onPress={() => perform({ kind: 'archiveUntilEscalating' })}
              more="More ways to archive"
              items={archiveWays(ways)}
              disabled={act.isPending}
            />
          </>
        )}
        <AssigneePicker
          assignee={issue.assignee}
          suggestions={owners.data ?? []}
          openings={assignings}
          onAssign={(assignee) => perform({ kind: 'assign', ...(assignee && { assignee }) })}
        />
        {open ? (
          <Link to={hotfixPath(open.id)} className="button button-primary">
            <Icon name="branch" size={15} /> See the hotfix
          </Link>
        ) : (
          <button
            type="button"
            className="button button-primary"
            disabled={start.isPending}
            onClick={() =>
              start.mutate(undefined, { onSuccess: (hotfix) => navigate(hotfixPath(hotfix.id)) })
            }
          >
            <Icon name="branch" size={15} />
            {start.isPending ? 'Starting the hotfix…' : 'Start hotfix'}
          </button>
        )}
        <CopyButton
          label="Copy bundle as Markdown"
          text={() => getText(apiPath(['issues', issue.id, 'bundle'], { format: 'markdown' }))}
        />
        <CopyButton
          label="Copy link"
          text={window.location.origin + issuePath(issue.id)}
          className="button-quiet"
        />
        <Menu
          label="More"
          className="icon-button"
          items={[{ label: 'Delete…', danger: true, onChoose: () => setQuestion('delete') }]}
        >
          <Icon name="more" />
        </Menu>
      </div>
      {act.error && <Failure error={act.error} />}
      {start.error && <Failure error={start.error} />}
      <QuestionDialog
        question={question}
        what={issue.id}
        releases={releases.map((release) => release.value)}
        onAnswer={question === 'delete' ? remove : perform}
        onClose={() => setQuestion(undefined)}
      />
    </>
  );
}
