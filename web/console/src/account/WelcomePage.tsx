import type { LinkView } from '@suture/wire/api';
import { type FormEvent, useEffect, useState } from 'react';
import { navigate } from '../route/location';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { DoorPage } from './DoorPage';
import { Field } from './Field';
import { PasswordField } from './PasswordField';
import { useLink, useTakeLink } from './queries';

/** The secret of the link, which no server log has seen: it stands behind the #. */
function useSecret(): string {
  const [secret, setSecret] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    const read = () => setSecret(window.location.hash.slice(1));
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  return secret;
}

const words = {
  first: {
    title: 'Welcome to Suture',
    lead: 'This makes the first account. It owns the server: it invites others and gives them their roles.',
    button: 'Create the account',
  },
  invitation: {
    title: 'Join Suture',
    lead: 'You were invited. Choose how you sign in from now on.',
    button: 'Create the account',
  },
  password: {
    title: 'Set a new password',
    lead: 'You are signed out of all other browsers with it.',
    button: 'Set the password',
  },
} as const;

/** Takes a one-time link: the first account, an invitation, or a new password. */
export function WelcomePage() {
  const secret = useSecret();
  const link = useLink(secret);
  if (link.error) {
    return (
      <DoorPage title="This link does not work">
        <Failure error={link.error} onRetry={() => link.refetch()} />
        <a className="button button-wide" href="/">
          Go to the sign-in
        </a>
      </DoorPage>
    );
  }
  if (!link.data) {
    return (
      <DoorPage title="Welcome to Suture">
        <Skeleton height={220} />
      </DoorPage>
    );
  }
  return <TakeLink key={secret} link={link.data} secret={secret} />;
}

function TakeLink({ link, secret }: { link: LinkView; secret: string }) {
  const take = useTakeLink();
  const [name, setName] = useState('');
  const [email, setEmail] = useState(link.email ?? '');
  const [password, setPassword] = useState('');
  const makes = link.kind !== 'password';
  const { title, lead, button } = words[link.kind];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    take.mutate(
      { secret, password, ...(makes && { name, email }) },
      { onSuccess: () => navigate('/', { replace: true }) },
    );
  };

  return (
    <DoorPage title={title} lead={lead}>
      <form className="form" onSubmit={submit}>
        {makes && (
          <Field
            label="Name"
            name="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            autoComplete="name"
            maxLength={100}
            autoFocus
            required
          />
        )}
        <Field
          label="E-mail"
          type="email"
          name="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          autoComplete="username"
          readOnly={link.email !== undefined}
          required
        />
        <PasswordField
          label="Password"
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
        />
        {take.error && <Failure error={take.error} />}
        <button
          type="submit"
          className="button button-primary button-wide"
          disabled={take.isPending}
        >
          {take.isPending ? 'One moment…' : button}
        </button>
      </form>
    </DoorPage>
  );
}
