import type { IssueRow } from '@suture/wire/api';
import type { MouseEvent } from 'react';
import { Link } from '../route/Link';
import { issuePath } from '../route/route';
import { HotfixNoteBadge, StateBadge } from '../ui/Badge';
import { Icon } from '../ui/Icon';
import { fullCount, noun, plural, shortCount } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { Sparkline } from '../ui/Sparkline';
import { Time } from '../ui/Time';

interface IssueLineProps {
  row: IssueRow;
  selected: boolean;
  onFocus: () => void;
  showProject: boolean;
  chosen?: boolean;
  /** @param range whether the press reaches from the one before */
  onChoose?: (range: boolean) => void;
}

/** One row of the list; the whole row opens the issue. */
export function IssueLine(props: IssueLineProps) {
  const { row, selected, onFocus, showProject, chosen = false, onChoose } = props;
  const { issue, perHour, perDay, hotfix } = row;
  const { culprit } = issue;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link in the row is what the keyboard opens
    <li
      className="issue-grid issue-line"
      data-level={issue.level}
      data-selected={selected}
      data-chosen={chosen}
      onClick={openFromBeside}
    >
      <label className="choose">
        <input
          type="checkbox"
          aria-label={`Choose ${issue.id}`}
          checked={chosen}
          onClick={(event) => onChoose?.(event.shiftKey)}
          readOnly
        />
      </label>
      <div className="issue-main">
        <Link to={issuePath(issue.id)} className="issue-link" onFocus={onFocus}>
          <strong>{issue.type}</strong>
          {issue.title && (
            <span className="issue-value">{withoutType(issue.title, issue.type)}</span>
          )}
        </Link>
        <div className="issue-facts">
          {issue.state !== 'ongoing' && <StateBadge state={issue.state} />}
          {hotfix && <HotfixNoteBadge note={hotfix} />}
          {issue.captures > 0 && (
            <span
              className="badge badge-neutral"
              title="A recorder was there: replay, network, console"
            >
              <Icon name="camera" size={12} />
              {plural(issue.captures, 'capture')}
            </span>
          )}
          {culprit && (
            <code className="culprit" title={culprit.function}>
              {culprit.file}
              <b>:{culprit.line}</b>
            </code>
          )}
          <span className="issue-id">
            {showProject ? `${issue.id} · ${issue.project}` : issue.id}
          </span>
          {issue.lastRelease && <span className="issue-release">{issue.lastRelease}</span>}
        </div>
      </div>
      <div className="col-spark">
        <Sparkline counts={perDay ?? perHour} unit={perDay ? 'day' : 'hour'} />
      </div>
      <div className="col-number" title={plural(issue.events, 'event')}>
        {shortCount(issue.events)}
        <span className="phone-only">{` ${noun(issue.events, 'event')}`}</span>
      </div>
      <div className="col-number" title={`${fullCount(issue.users)} distinct`}>
        {shortCount(issue.users)}
        <span className="phone-only">{` ${noun(issue.users, 'user')}`}</span>
      </div>
      <div className="col-seen">
        <Time at={issue.lastSeen} />
        <span className="first-seen">
          <Time at={issue.firstSeen} />
        </span>
      </div>
    </li>
  );
}

/** What stands above the link's layer, to tell more on hover, opens the issue as well. */
function openFromBeside(event: MouseEvent<HTMLLIElement>) {
  if (event.target instanceof Element && event.target.closest('a, label')) return;
  event.currentTarget.querySelector<HTMLElement>('.issue-link')?.click();
}

/** The title without the type that stands before it in bold. */
function withoutType(title: string, type: string): string {
  return title.startsWith(`${type}: `) ? title.slice(type.length + 2) : title;
}

export function IssueLineSkeleton() {
  return (
    <li className="issue-grid issue-line">
      <span />
      <div className="issue-main">
        <Skeleton height={18} width="62%" />
        <Skeleton height={16} width="38%" />
      </div>
      <div className="col-spark">
        <Skeleton height={26} width={120} />
      </div>
      <div className="col-number">
        <Skeleton height={16} width={36} />
      </div>
      <div className="col-number">
        <Skeleton height={16} width={28} />
      </div>
      <div className="col-seen">
        <Skeleton height={16} width={72} />
      </div>
    </li>
  );
}
