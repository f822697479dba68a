import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { api } from '../api/endpoints';
import type { User } from '../api/types';

interface SessionValue {
  user: User;
  can: (permission: string) => boolean;
}

const SessionContext = createContext<SessionValue | null>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  const { data, isError } = useQuery({ queryKey: ['session'], queryFn: api.session, staleTime: Infinity });
  const value = useMemo<SessionValue | null>(
    () => data && { user: data.user, can: (permission) => data.permissions.includes(permission) },
    [data],
  );
  if (isError) return <p role="alert">You are signed out</p>;
  if (!value) return <p>Loading…</p>;
  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>;
}

export function useSession(): SessionValue {
  const value = useContext(SessionContext);
  if (!value) throw new Error('useSession must be used inside a SessionProvider');
  return value;
}
