import type { Access } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, send } from '../api/client';

export function useAccess(project: string) {
  return useQuery({
    queryKey: ['access', project],
    queryFn: ({ signal }) => get<Access>(apiPath(['projects', project, 'access']), signal),
  });
}

export function useSetAccess(project: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (access: Access) => send('PUT', apiPath(['projects', project, 'access']), access),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['access', project] });
      await client.invalidateQueries({ queryKey: ['teams'] });
    },
  });
}
