import type { Me } from '@suture/wire/api';
import { type FormEvent, useState } from 'react';
import { Link } from '../route/Link';
import { navigate } from '../route/location';
import { Failure } from '../ui/Notice';
import { useTitle } from '../ui/title';
import { Field } from './Field';
import { GrantPanel } from './GrantPanel';
import { PasswordField } from './PasswordField';
import { useMe, useRename, useSetPassword, useSignOut } from './queries';
import { SessionList } from './SessionList';
import { TokenPanel } from './TokenPanel';

export function AccountPage() {
  useTitle('Your account');
  const me = useMe().data;
  const signOut = useSignOut();
  if (!me) return null;
  return (
    <div className="page page-narrow stack">
      <div className="page-head account-head">
        <h1>Your account</h1>
        <span className="muted">
          {me.email} · {me.role}
        </span>
        <span className="spring" />
        <Link to="/people" className="button">
          People
        </Link>
        <button
          type="button"
          className="button"
          onClick={() => signOut.mutate(undefined, { onSuccess: () => navigate('/') })}
        >
          Sign out
        </button>
      </div>
      {signOut.error && <Failure error={signOut.error} />}
      <Person me={me} />
      <Password me={me} />
      <SessionList />
      <GrantPanel />
      <TokenPanel
        title="Your tokens"
        lead="For programs that act as you: the command line on another machine, agents, scripts."
        scopes={me.scopes}
      />
    </div>
  );
}

function Person({ me }: { me: Me }) {
  const rename = useRename();
  const [name, setName] = useState(me.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(name);
  };
  return (
    <section className="panel" aria-labelledby="person-title">
      <header className="panel-head">
        <h2 id="person-title">Name</h2>
      </header>
      <form className="panel-form form" onSubmit={submit}>
        <div className="form-row">
          <Field
            label="What others see"
            name="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            autoComplete="name"
            maxLength={100}
            required
          />
          <button
            type="submit"
            className="button"
            disabled={rename.isPending || name.trim() === me.name}
          >
            Save
          </button>
        </div>
        {rename.error && <Failure error={rename.error} />}
      </form>
    </section>
  );
}

function Password({ me }: { me: Me }) {
  const change = useSetPassword();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { password, ...(me.local && { current }) },
      {
        onSuccess: () => {
          setCurrent('');
          setPassword('');
        },
      },
    );
  };
  return (
    <section className="panel" aria-labelledby="password-title">
      <header className="panel-head">
        <h2 id="password-title">Password</h2>
      </header>
      <form className="panel-form form" onSubmit={submit}>
        <input type="hidden" name="username" autoComplete="username" value={me.email ?? ''} />
        {me.local && (
          <PasswordField
            label="Current password"
            value={current}
            onChange={setCurrent}
            autoComplete="current-password"
          />
        )}
        <PasswordField
          label="New password"
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
        />
        {change.error && <Failure error={change.error} />}
        {change.isSuccess && (
          <p className="field-hint" role="status">
            The password is changed, and all other browsers are signed out.
          </p>
        )}
        <button type="submit" className="button" disabled={change.isPending}>
          Change the password
        </button>
      </form>
    </section>
  );
}
