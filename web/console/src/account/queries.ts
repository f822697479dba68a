import type {
  Audit,
  Invitations,
  LinkView,
  MadeInvitation,
  MadeLink,
  MadeToken,
  Me,
  Members,
  Role,
  Scope,
  Sessions,
  SignIn,
  Team,
  Teams,
  Tokens,
} from '@suture/wire/api';
import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { ApiError, apiPath, get, post, send } from '../api/client';

/** Who is signed in; null for nobody. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }) => {
      try {
        return await get<Me>(apiPath(['me']), signal);
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

/** Whether the person who is signed in may do something. */
export function useMay(scope: Scope): boolean {
  return useMe().data?.scopes.includes(scope) ?? false;
}

export function useSignInWays() {
  return useQuery({
    queryKey: ['sign-in'],
    queryFn: ({ signal }) => get<SignIn>(apiPath(['sign-in']), signal),
  });
}

/** From now on somebody else is here, or nobody: what the one before has seen is forgotten. */
function become(client: QueryClient, me: Me | null) {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
  client.setQueryData(['me'], me);
}

/** Does something that says who is signed in from now on. */
function useEntering<Body>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => post<Me>(path, body),
    onSuccess: (me) => become(client, me),
  });
}

export const useSignIn = () =>
  useEntering<{ email: string; password: string }>(apiPath(['sign-in']));

export const useTakeLink = () =>
  useEntering<{ secret: string; name?: string; email?: string; password: string }>(
    apiPath(['links', 'take']),
  );

export function useLink(secret: string) {
  return useQuery({
    queryKey: ['link', secret],
    queryFn: () => post<LinkView>(apiPath(['links', 'look']), { secret }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send('POST', apiPath(['sign-out'])),
    onSuccess: () => become(client, null),
  });
}

/** Something that changes what the lists with this key show. */
function useChange<Input, Output>(key: string, change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: [key] }),
  });
}

export const useRename = () =>
  useChange('me', (name: string) => send('PATCH', apiPath(['me']), { name }));

export const useSetPassword = () =>
  useChange('sessions', (body: { current?: string; password: string }) =>
    send('POST', apiPath(['me', 'password']), body),
  );

export function useSessions() {
  return useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => get<Sessions>(apiPath(['me', 'sessions']), signal),
    select: (answer) => answer.sessions,
  });
}

export const useEndSession = () =>
  useChange('sessions', (id: number) => send('DELETE', apiPath(['me', 'sessions', String(id)])));

export const useEndOthers = () =>
  useChange('sessions', (_: undefined) => send('DELETE', apiPath(['me', 'sessions'])));

/** Where tokens are kept: those of the person, or those of a project. */
const tokensOf = (project: string | undefined) =>
  project ? ['projects', project, 'tokens'] : ['me', 'tokens'];

export function useTokens(project?: string) {
  return useQuery({
    queryKey: ['tokens', project],
    queryFn: ({ signal }) => get<Tokens>(apiPath(tokensOf(project)), signal),
    select: (answer) => answer.tokens,
  });
}

export interface NewToken {
  name: string;
  scopes: Scope[];
  days?: number | undefined;
}

export const useMakeToken = (project?: string) =>
  useChange('tokens', (body: NewToken) => post<MadeToken>(apiPath(tokensOf(project)), body));

export const useRemoveToken = (project?: string) =>
  useChange('tokens', (id: number) => send('DELETE', apiPath([...tokensOf(project), String(id)])));

export function useMembers() {
  return useQuery({
    queryKey: ['members'],
    queryFn: ({ signal }) => get<Members>(apiPath(['members']), signal),
    select: (answer) => answer.members,
  });
}

export const useChangeMember = () =>
  useChange('members', ({ id, ...change }: { id: number; role?: Role; active?: boolean }) =>
    send('PATCH', apiPath(['members', String(id)]), change),
  );

export const useRemoveMember = () =>
  useChange('members', (id: number) => send('DELETE', apiPath(['members', String(id)])));

export const usePasswordLink = () =>
  useChange('audit', (id: number) =>
    post<MadeLink>(apiPath(['members', String(id), 'password']), {}),
  );

export function useInvitations(may: boolean) {
  return useQuery({
    queryKey: ['invitations'],
    queryFn: ({ signal }) => get<Invitations>(apiPath(['invitations']), signal),
    select: (answer) => answer.invitations,
    enabled: may,
  });
}

export interface NewInvitation {
  email?: string | undefined;
  role: Role;
  team?: number | undefined;
}

export const useInvite = () =>
  useChange('invitations', (body: NewInvitation) =>
    post<MadeInvitation>(apiPath(['invitations']), body),
  );

export const useWithdraw = () =>
  useChange('invitations', (id: number) => send('DELETE', apiPath(['invitations', String(id)])));

export function useTeams() {
  return useQuery({
    queryKey: ['teams'],
    queryFn: ({ signal }) => get<Teams>(apiPath(['teams']), signal),
    select: (answer) => answer.teams,
  });
}

export const useMakeTeam = () =>
  useChange('teams', (body: { slug: string; name: string }) =>
    post<Team>(apiPath(['teams']), body),
  );

export const useChangeTeam = () =>
  useChange('teams', ({ id, ...change }: { id: number; name?: string; members?: number[] }) =>
    send('PATCH', apiPath(['teams', String(id)]), change),
  );

export const useRemoveTeam = () =>
  useChange('teams', (id: number) => send('DELETE', apiPath(['teams', String(id)])));

export function useAudit() {
  return useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam, signal }) =>
      get<Audit>(apiPath(['audit'], { before: pageParam ? String(pageParam) : undefined }), signal),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  });
}
