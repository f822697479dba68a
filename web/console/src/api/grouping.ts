import type {
  GroupingRules,
  GroupingRulesText,
  Issue,
  IssueGrouping,
  SimilarIssues,
} from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, post, put } from './client';

export function useGrouping(issue: string) {
  return useQuery({
    queryKey: ['grouping', issue],
    queryFn: ({ signal }) => get<IssueGrouping>(apiPath(['issues', issue, 'grouping']), signal),
  });
}

export function useSimilar(issue: string) {
  return useQuery({
    queryKey: ['similar', issue],
    queryFn: ({ signal }) => get<SimilarIssues>(apiPath(['issues', issue, 'similar']), signal),
    select: (answer) => answer.similar,
  });
}

/** Everything that a merge or its undoing may have changed. */
function useRegrouped() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      ['issue', 'issues', 'projects', 'grouping', 'similar', 'activity', 'facets'].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
}

/** Makes an issue part of another. */
export function useMerge() {
  const regrouped = useRegrouped();
  return useMutation({
    mutationFn: ({ issue, into }: { issue: string; into: string }) =>
      post<Issue>(apiPath(['issues', issue, 'merge']), { into }),
    onSettled: regrouped,
  });
}

const undoPath = (issue: string, merge: number) =>
  apiPath(['issues', issue, 'merges', String(merge), 'undo']);

/** Makes issues part of another, and says how to take that back. */
export function useMergeSeveral() {
  const regrouped = useRegrouped();
  return useMutation({
    mutationFn: async (wish: { issues: readonly string[]; into: string }) => {
      await post<Issue>(apiPath(['issues', 'merge']), wish);
      const undo = async () => {
        const { history } = await get<IssueGrouping>(apiPath(['issues', wish.into, 'grouping']));
        for (const { merge, issue, undone } of history)
          if (merge !== undefined && !undone && wish.issues.includes(issue))
            await post<Issue>(undoPath(wish.into, merge), {});
        await regrouped();
      };
      return { undo };
    },
    onSettled: regrouped,
  });
}

export function useUndoMerge(issue: string) {
  const regrouped = useRegrouped();
  return useMutation({
    mutationFn: (merge: number) => post<Issue>(undoPath(issue, merge), {}),
    onSettled: regrouped,
  });
}

export function useUnmerge(issue: string) {
  const regrouped = useRegrouped();
  return useMutation({
    mutationFn: (hash: string) => post<Issue>(apiPath(['issues', issue, 'unmerge']), { hash }),
    onSettled: regrouped,
  });
}

export function useGroupingRules(project: string) {
  return useQuery({
    queryKey: ['groupingRules', project],
    queryFn: ({ signal }) =>
      get<GroupingRules>(apiPath(['projects', project, 'grouping-rules']), signal),
  });
}

interface RulesChange {
  version: number;
  rules: GroupingRulesText;
  dryRun: boolean;
}

/** Changes a project's rules, or only says what they would do. */
export function useChangeGroupingRules(project: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: RulesChange) =>
      put<GroupingRules>(apiPath(['projects', project, 'grouping-rules']), change),
    onSuccess: (answer, { dryRun }) => {
      if (!dryRun) client.setQueryData(['groupingRules', project], answer);
    },
  });
}
