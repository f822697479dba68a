import type {
  Key,
  KeyChange,
  Keys,
  Project,
  ProjectChange,
  ProjectSettings,
  SettingsChange,
} from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, patch, post, remove } from '../api/client';

export function useSettings(slug: string) {
  return useQuery({
    queryKey: ['settings', slug],
    queryFn: ({ signal }) => get<ProjectSettings>(apiPath(['projects', slug, 'settings']), signal),
  });
}

/** Sends changed sections with the version they were read in. */
export function useChangeSettings(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: SettingsChange) =>
      patch<ProjectSettings>(apiPath(['projects', slug, 'settings']), change),
    onSuccess: (settings) => client.setQueryData(['settings', slug], settings),
    onError: () => client.invalidateQueries({ queryKey: ['settings', slug] }),
  });
}

export function useKeys(slug: string) {
  return useQuery({
    queryKey: ['keys', slug],
    queryFn: ({ signal }) => get<Keys>(apiPath(['projects', slug, 'keys']), signal),
    select: (answer) => answer.keys,
  });
}

export function useKeyActions(slug: string) {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['keys', slug] }),
      client.invalidateQueries({ queryKey: ['projects'] }),
    ]);
  const create = useMutation({
    mutationFn: (key: KeyChange) => post<Key>(apiPath(['projects', slug, 'keys']), key),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ value, ...rest }: KeyChange & { value: string }) =>
      patch<Key>(apiPath(['projects', slug, 'keys', value]), rest),
    onSettled,
  });
  const drop = useMutation({
    mutationFn: (value: string) => remove(apiPath(['projects', slug, 'keys', value])),
    onSettled,
  });
  return { create, change, drop };
}

export function useChangeProject(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ProjectChange) => patch<Project>(apiPath(['projects', slug]), change),
    onSettled: () => client.invalidateQueries({ queryKey: ['projects'] }),
  });
}

export function useCreateProject() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (project: { slug: string; name: string; repository?: string }) =>
      post<Project>(apiPath(['projects']), project),
    onSettled: () => client.invalidateQueries({ queryKey: ['projects'] }),
  });
}

export function useDeleteProject(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => remove(apiPath(['projects', slug], { confirm: slug })),
    onSettled: () => client.invalidateQueries(),
  });
}
