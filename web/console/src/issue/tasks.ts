import type { AgentTask, AgentTaskEntry, AgentTaskState, IssueTasks } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, post } from '../api/client';

const refreshEvery = 5_000;

/** The tasks of an issue with their histories, newest first. */
export function useTasks(issue: string) {
  return useQuery({
    queryKey: ['tasks', issue],
    queryFn: ({ signal }) => get<IssueTasks>(apiPath(['issues', issue, 'tasks']), signal),
    refetchInterval: refreshEvery,
    select: (answer) => answer.tasks,
  });
}

/** What a person does with the tasks of an issue. */
export type TaskStep =
  | { step: 'give'; agent: string; note: string }
  | { step: 'comments'; task: string; text: string }
  | { step: 'cancel'; task: string; text: string };

export function useTaskStep(issue: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: TaskStep) => {
      const tasks = ['issues', issue, 'tasks'];
      if (wish.step === 'give') {
        const { agent, note } = wish;
        return post<AgentTask>(apiPath(tasks), { agent, note });
      }
      return post<AgentTask>(apiPath([...tasks, wish.task, wish.step]), { text: wish.text });
    },
    onSettled: () => {
      for (const key of ['tasks', 'issue', 'activity'])
        client.invalidateQueries({ queryKey: [key, issue] });
    },
  });
}

export const taskTones: Record<AgentTaskState, string> = {
  queued: 'neutral',
  taken: 'accent',
  done: 'good',
  failed: 'danger',
  cancelled: 'neutral',
};

export const isOpen = (task: AgentTask): boolean =>
  task.state === 'queued' || task.state === 'taken';

/** An entry of the history, in words that follow a name. */
export const entryWords: Record<AgentTaskEntry['kind'], string> = {
  queued: 'asked',
  taken: 'took it',
  progress: 'told',
  commented: 'said',
  released: 'gave it back',
  expired: 'put it back: its lease ran out',
  done: 'is done',
  failed: 'could not do it',
  cancelled: 'cancelled it',
};
