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
      ['issue', 'issues', 'projects', 'grouping', 'similar', 'activity'].map((key) =>
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

export function useUndoMerge(issue: string) {
  const regrouped = useRegrouped();
  return useMutation({
    mutationFn: (merge: number) =>
      post<Issue>(apiPath(['issues', issue, 'merges', String(merge), 'undo']), {}),
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
