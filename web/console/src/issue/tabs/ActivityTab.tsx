import type { Activity, Deed } from '@suture/wire/api';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useActivity, useComment } from '../../api/life';
import { Link } from '../../route/Link';
import { hotfixPath, issuePath } from '../../route/route';
import { StateBadge } from '../../ui/Badge';
import { Icon, type IconName } from '../../ui/Icon';
import { Failure } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { Time } from '../../ui/Time';
import { parseAssignee } from '../assignee';
import { verdicts } from '../handling';
import { why } from '../why';
import type { IssueTab, TabProps } from './tab';

/** Who did what to the issue, newest first, and what people say about it. */
function ActivityView({ detail }: TabProps) {
  const { issue } = detail;
  const activity = useActivity(issue.id);
  const entries = activity.data?.pages.flatMap((page) => page.entries);
  return (
    <section className="panel" aria-labelledby="activity-title">
      <header className="panel-head">
        <h2 id="activity-title">Activity</h2>
      </header>
      <CommentForm issue={issue.id} />
      {activity.error && <Failure error={activity.error} onRetry={() => activity.refetch()} />}
      {activity.isPending && <Skeleton height={160} />}
      {entries && (
        <ol className="activity">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
          {!activity.hasNextPage && (
            <li className="activity-entry">
              <Icon name="flag" size={15} />
              <div>
                First seen <Time at={issue.firstSeen} />
                {issue.firstRelease && <> in {issue.firstRelease}</>}
              </div>
            </li>
          )}
        </ol>
      )}
      {activity.hasNextPage && (
        <div className="load-more">
          <button type="button" className="button" onClick={() => activity.fetchNextPage()}>
            Older
          </button>
        </div>
      )}
    </section>
  );
}

function CommentForm({ issue }: { issue: string }) {
  const comment = useComment(issue);
  const [text, setText] = useState('');
  const send = () => {
    if (text.trim()) comment.mutate(text, { onSuccess: () => setText('') });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  return (
    <form className="comment-form" onSubmit={submit}>
      <label>
        <span className="hidden">Comment</span>
        <textarea
          value={text}
          rows={2}
          maxLength={10_000}
          placeholder="Comment. Ctrl+Enter sends it."
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
        />
      </label>
      <button type="submit" className="button" disabled={!text.trim() || comment.isPending}>
        Comment
      </button>
      {comment.error && <Failure error={comment.error} />}
    </form>
  );
}

const icons: Record<Deed['kind'], IconName> = {
  moved: 'refresh',
  assigned: 'person',
  commented: 'note',
  merged: 'link',
  unmerged: 'link',
  hotfixOpened: 'branch',
  hotfixClosed: 'branch',
  decided: 'check',
  tasked: 'agent',
};

function Entry({ entry }: { entry: Activity }) {
  const { actor, deed, at } = entry;
  return (
    <li className="activity-entry" data-kind={deed.kind}>
      <Icon name={icons[deed.kind]} size={15} />
      <div>
        <b>{actor.name}</b> {told(deed)}{' '}
        <span className="muted">
          <Time at={at} />
        </span>
        {deed.kind === 'commented' && <p className="comment">{deed.text}</p>}
      </div>
    </li>
  );
}

/** What was done, in words. */
function told(deed: Deed): ReactNode {
  switch (deed.kind) {
    case 'moved':
      return (
        <>
          made it <StateBadge state={deed.to} />{' '}
          {why({ state: deed.to, ...(deed.reason && { reason: deed.reason }) })}
        </>
      );
    case 'assigned': {
      const to = deed.assignee ? parseAssignee(deed.assignee) : undefined;
      return (
        <>
          {to ? `gave it to the ${to.kind} ${to.name}` : 'gave it to nobody'}
          {deed.because && <span className="muted"> ({deed.because})</span>}
        </>
      );
    }
    case 'commented':
      return 'said';
    case 'merged':
      return <>merged {deed.issues.join(', ')} into it</>;
    case 'unmerged':
      return deed.issue ? (
        <>
          took {deed.hashes.length === 1 ? 'a group' : `${deed.hashes.length} groups`} out into{' '}
          <Link to={issuePath(deed.issue)}>{deed.issue}</Link>
        </>
      ) : (
        'took groups of events out of it'
      );
    case 'hotfixOpened':
      return (
        <>
          opened the hotfix <Link to={hotfixPath(deed.hotfix)}>{deed.hotfix}</Link>
        </>
      );
    case 'decided':
      return <Decided deed={deed} />;
    case 'tasked':
      return tasked(deed);
    case 'hotfixClosed':
      return (
        <>
          found the hotfix <Link to={hotfixPath(deed.hotfix)}>{deed.hotfix}</Link> in every line
        </>
      );
  }
}

function Decided({ deed }: { deed: Extract<Deed, { kind: 'decided' }> }) {
  return (
    <>
      decided: <b>{verdicts[deed.way]}</b>
      {deed.hotfix && (
        <>
          , by <Link to={hotfixPath(deed.hotfix)}>{deed.hotfix}</Link>
        </>
      )}
      <details>
        <summary>The verdict was: {verdicts[deed.proposed]}</summary>
        {deed.because.map((fact) => (
          <div key={fact} className="muted">
            {fact}
          </div>
        ))}
        {deed.evidence.map((each) => (
          <div key={each}>
            <code>{each}</code>
          </div>
        ))}
      </details>
    </>
  );
}

function tasked({ state, task, agent }: Extract<Deed, { kind: 'tasked' }>): string {
  switch (state) {
    case 'queued':
      return `made ${task} wait for the agent ${agent}`;
    case 'taken':
      return `took ${task} of the agent ${agent}`;
    case 'done':
      return `is done with ${task}`;
    case 'failed':
      return `could not do ${task}`;
    case 'cancelled':
      return `cancelled ${task} of the agent ${agent}`;
  }
}

export const activityTab: IssueTab = { name: 'activity', label: 'Activity', View: ActivityView };
