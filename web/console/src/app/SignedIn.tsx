import type { ReactNode } from 'react';
import { useMe } from '../account/queries';
import { SignInPage } from '../account/SignInPage';
import { Failure } from '../ui/Notice';

/** The console for who has signed in, and the sign-in for who has not, at the same address. */
export function SignedIn({ children }: { children: ReactNode }) {
  const me = useMe();
  if (me.data) return children;
  if (me.data === null) return <SignInPage />;
  if (me.error) {
    return (
      <main className="door">
        <Failure error={me.error} onRetry={() => me.refetch()} />
      </main>
    );
  }
  return <main className="door" aria-busy="true" />;
}
