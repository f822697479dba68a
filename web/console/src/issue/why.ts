import type { Issue, Reason } from '@suture/wire/api';
import { fullCount, plural } from '../ui/number';

/** Why an issue is in its state, as a clause behind the state's word; empty when the word says all. */
export function why(issue: Pick<Issue, 'state' | 'reason'>): string {
  const { reason } = issue;
  if (!reason) return issue.state === 'archived' ? 'for ever' : '';
  switch (reason.kind) {
    case 'inRelease':
      return `in ${reason.release}`;
    case 'afterRelease':
      return reason.release ? `in the release after ${reason.release}` : 'in the next release';
    case 'inCommit':
      return reason.release
        ? `by ${shortCommit(reason.commit)}, which is in ${reason.release}`
        : `by ${shortCommit(reason.commit)}, waiting for a release that has it`;
    case 'silent':
      return `after ${plural(reason.days, 'day')} without an event`;
    case 'seenAgain':
      return [
        reason.release ? `in ${reason.release}` : '',
        reason.resolvedIn ? `resolved in ${shortCommit(reason.resolvedIn)}` : '',
      ]
        .filter(Boolean)
        .join(', ');
    case 'faster':
      return `${plural(reason.events, 'event')} in an hour, where its history allows ${fullCount(reason.limit)}`;
    case 'woken':
      return `open again: it was archived ${until(reason.until)}`;
    default:
      return until(reason);
  }
}

/** What an archived issue waits for. */
function until(reason: Reason): string {
  switch (reason.kind) {
    case 'untilEvents':
      return `until ${fullCount(reason.events)} more ${reason.events === 1 ? 'event' : 'events'}${within(reason.minutes)}`;
    case 'untilUsers':
      return `until ${fullCount(reason.users)} more ${reason.users === 1 ? 'user' : 'users'}${within(reason.minutes)}`;
    case 'untilDate':
      return `until ${new Date(reason.date).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}`;
    case 'untilEscalating':
      return 'until it escalates';
    default:
      return 'for ever';
  }
}

function within(minutes: number | undefined): string {
  if (minutes === undefined) return '';
  if (minutes % 1_440 === 0) return ` within ${plural(minutes / 1_440, 'day')}`;
  if (minutes % 60 === 0) return ` within ${plural(minutes / 60, 'hour')}`;
  return ` within ${plural(minutes, 'minute')}`;
}

const shortCommit = (text: string) => (/^[0-9a-f]{40,64}$/.test(text) ? text.slice(0, 10) : text);
