import type { Action, BulkAnswer, Done } from '@suture/wire/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiPath, post } from '../api/client';
import { plural } from '../ui/number';
import { tell } from './told';

/** The issues that an action is for: some, or all that a query finds. */
export type Chosen = { ids: readonly string[] } | { query: string; project?: string | undefined };

const deedWords: Record<Action['kind'], string> = {
  resolve: 'resolved',
  resolveInRelease: 'resolved',
  resolveInThisRelease: 'resolved',
  resolveInNextRelease: 'resolved',
  resolveByCommit: 'resolved',
  archive: 'archived',
  archiveUntilEvents: 'archived',
  archiveUntilUsers: 'archived',
  archiveUntilDate: 'archived',
  archiveUntilEscalating: 'archived',
  reopen: 'open again',
  restore: 'as it was',
  assign: 'assigned',
  delete: 'deleted',
};

/** Does something with issues, tells what became of it, and offers to take it back. */
export function useAct() {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all(
      ['issue', 'issues', 'projects', 'activity', 'facets'].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
  return useMutation({
    mutationFn: ({ chosen, action }: { chosen: Chosen; action: Action }) =>
      post<BulkAnswer>(apiPath(['issues', 'bulk']), { ...chosen, action }),
    onSuccess: (answer, { action }) => {
      const back = takenBack(answer.done);
      const undo = async () => {
        await Promise.all(
          back.map(({ ids, action: inverse }) =>
            post<BulkAnswer>(apiPath(['issues', 'bulk']), { ids, action: inverse }),
          ),
        );
        await refresh();
      };
      tell({ text: summary(answer, action), ...(back.length > 0 && { undo }) });
    },
    onSettled: refresh,
  });
}

/** One sentence on what became of it, failures included. */
export function summary(answer: BulkAnswer, action: Action): string {
  const failed = answer.done.filter((each) => each.message);
  const done = answer.done.filter((each) => !each.message);
  const [only] = done;
  const what =
    action.kind === 'assign' && !action.assignee ? 'assigned to nobody' : deedWords[action.kind];
  const who = done.length === 1 && only ? `${only.id} is` : `${plural(done.length, 'issue')} are`;
  const parts = done.length > 0 || failed.length === 0 ? [`${who} ${what}.`] : [];
  const [first] = failed;
  if (first)
    parts.push(
      failed.length === 1
        ? `${first.id}: ${first.message}`
        : `${failed.length} could not be: ${first.message}`,
    );
  if (answer.more) parts.push('The query finds more: do it again for the rest.');
  return parts.join(' ');
}

/** The actions that bring the issues back to where they were, those alike together. */
export function takenBack(done: readonly Done[]): { ids: string[]; action: Action }[] {
  const back = new Map<string, { ids: string[]; action: Action }>();
  for (const each of done) {
    const action = inverse(each);
    if (!action) continue;
    const key = JSON.stringify(action);
    const alike = back.get(key);
    if (alike) alike.ids.push(each.id);
    else back.set(key, { ids: [each.id], action });
  }
  return [...back.values()];
}

function inverse({ outcome, before, assignee }: Done): Action | undefined {
  if (outcome === 'moved' && before)
    return {
      kind: 'restore',
      state: before.state,
      ...(before.reason && { reason: before.reason }),
    };
  if (outcome === 'assigned') return { kind: 'assign', ...(assignee && { assignee }) };
  return undefined;
}
