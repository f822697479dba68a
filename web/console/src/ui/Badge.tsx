import type { HotfixNote, HotfixState, IssueState } from '@suture/wire/api';
import { Link } from '../route/Link';
import { hotfixPath } from '../route/route';
import { Icon } from './Icon';

const stateTones: Record<IssueState, string> = {
  new: 'accent',
  ongoing: 'neutral',
  regressed: 'danger',
  escalating: 'danger',
  archived: 'neutral',
  resolved: 'good',
};

export function StateBadge({ state }: { state: IssueState }) {
  return <span className={`badge badge-${stateTones[state]}`}>{state}</span>;
}

const hotfixTones: Record<HotfixState, string> = {
  planned: 'neutral',
  open: 'accent',
  shipped: 'warning',
  closed: 'good',
};

export function HotfixBadge({ state }: { state: HotfixState }) {
  return <span className={`badge badge-${hotfixTones[state]}`}>{state}</span>;
}

/** The hotfix of an issue, and whether develop still lacks it. */
export function HotfixNoteBadge({ note }: { note: HotfixNote }) {
  return (
    <Link
      to={hotfixPath(note.id)}
      className={`badge badge-link badge-${note.flagged ? 'flag' : hotfixTones[note.state]}`}
      title={note.id}
    >
      <Icon name={note.flagged ? 'flag' : 'branch'} size={12} />
      {note.flagged ? 'not in develop' : `hotfix ${note.state}`}
    </Link>
  );
}
