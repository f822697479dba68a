import { type FormEvent, useState } from 'react';
import { useParam } from '../route/location';
import { Failure, Notice } from '../ui/Notice';
import { DoorPage } from './DoorPage';
import { Field } from './Field';
import { PasswordField } from './PasswordField';
import { useSignIn, useSignInWays } from './queries';

/** Signs in and stays at the address that was asked for. */
export function SignInPage() {
  const ways = useSignInWays();
  const signIn = useSignIn();
  const refused = useParam('sign-in');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email, password });
  };

  if (ways.data?.first) return <NoAccountYet />;
  const to = window.location.pathname + window.location.search;
  return (
    <DoorPage title="Sign in to Suture">
      {refused && !signIn.error && <Notice tone="warning" title={refusals[refused] ?? other} />}
      {ways.data?.provider && (
        <>
          <a
            className="button button-primary button-wide"
            href={`/api/v1/oidc/start?to=${encodeURIComponent(to)}`}
          >
            Continue with {ways.data.provider}
          </a>
          <p className="door-or">
            <span>or with a password</span>
          </p>
        </>
      )}
      <form className="form" onSubmit={submit}>
        <Field
          label="E-mail"
          type="email"
          name="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          autoComplete="username"
          autoFocus
          required
        />
        <PasswordField
          label="Password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        {signIn.error && <Failure error={signIn.error} />}
        <button
          type="submit"
          className={`button button-wide ${ways.data?.provider ? '' : 'button-primary'}`}
          disabled={signIn.isPending}
        >
          {signIn.isPending ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
      <p className="door-note muted">
        Forgotten? An owner or an admin makes you a link that sets a new password.
      </p>
    </DoorPage>
  );
}

const other = 'The identity provider did not let you in.';

/** What the way back from an identity provider says, by the word in the address. */
const refusals: Record<string, string> = {
  cancelled: 'The sign-in was cancelled at the identity provider.',
  expired: 'That took too long, or was begun in another browser. Try again.',
  unverified: 'The identity provider has not verified your e-mail address.',
  domain: 'Your e-mail address is not of a domain that may sign in here.',
  first: 'The first account is made by the link that the server prints.',
  inactive: 'Your account is deactivated. Ask an owner or an admin.',
  taken: 'There is an account with your e-mail address and a password. Sign in with that.',
  unreachable: 'The identity provider does not answer, or answers what cannot be trusted.',
};

function NoAccountYet() {
  return (
    <DoorPage
      title="Nobody has an account yet"
      lead="The server printed a link when it started; it makes the first account, of an owner."
    >
      <p className="muted">
        Open that link. If it is gone or too old, this command prints a new one on the machine of
        the server:
      </p>
      <pre className="door-command">
        <code>./suture account link</code>
      </pre>
    </DoorPage>
  );
}
