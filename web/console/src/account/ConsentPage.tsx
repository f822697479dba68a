import type { ProgramConsent, Scope } from '@suture/wire/api';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { apiPath, post } from '../api/client';
import { Failure } from '../ui/Notice';
import { consentRequest } from './consent';
import { DoorPage } from './DoorPage';
import { useMe } from './queries';

const meanings: Partial<Record<Scope, string>> = {
  'failure:read': 'Read issues, events, captures and hotfixes',
  'hotfix:write': 'Take tasks, and open and check hotfixes',
  'ship:propose': 'Propose that a hotfix is shipped; people approve it',
};

/** Asks the person whether a program may act for him. Nothing is sent before a button is pressed. */
export function ConsentPage() {
  const me = useMe().data;
  const [request] = useState(() => consentRequest(window.location.search));
  const asked = useQuery({
    queryKey: ['consent', request],
    queryFn: () => post<ProgramConsent>(apiPath(['me', 'consent', 'look']), request),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const decide = useMutation({
    mutationFn: (answer: { allow: boolean; scopes: string[] }) =>
      post<{ location: string }>(apiPath(['me', 'consent']), { request, ...answer }),
    onSuccess: ({ location }) => window.location.assign(location),
  });
  return (
    <DoorPage title="Let a program in?">
      {asked.error && <Failure error={asked.error} />}
      {asked.data && (
        <Question
          asked={asked.data}
          who={me?.email ?? me?.name ?? ''}
          busy={decide.isPending || decide.isSuccess}
          onAnswer={(allow, scopes) => decide.mutate({ allow, scopes })}
        />
      )}
      {decide.error && <Failure error={decide.error} />}
    </DoorPage>
  );
}

interface QuestionProps {
  asked: ProgramConsent;
  who: string;
  busy: boolean;
  onAnswer: (allow: boolean, scopes: string[]) => void;
}

function Question({ asked, who, busy, onAnswer }: QuestionProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onAnswer(true, new FormData(event.currentTarget).getAll('scope').map(String));
  };
  return (
    <form className="form" onSubmit={submit}>
      <p>
        A program that calls itself <strong className="wrap">{asked.client}</strong> asks to act for
        you, {who}.
      </p>
      <dl className="consent-facts">
        <div>
          <dt>Vouched for by</dt>
          <dd>{asked.host ?? 'nobody: it registered itself'}</dd>
        </div>
        <div>
          <dt>You go back to</dt>
          <dd>
            {asked.redirect}
            {asked.ownMachine && ', a program on your own machine'}
          </dd>
        </div>
      </dl>
      <fieldset className="scopes">
        <legend>It may</legend>
        {asked.scopes.map((scope) => (
          <label key={scope} className="check" title={scope}>
            <input
              type="checkbox"
              name="scope"
              value={scope}
              defaultChecked={scope === 'failure:read'}
              disabled={scope === 'failure:read'}
            />
            {meanings[scope] ?? scope}
          </label>
        ))}
      </fieldset>
      <p className="muted">
        Let it in only if you have just begun this yourself. You can shut it out again on the page
        of your account.
      </p>
      <div className="consent-end">
        <button
          type="button"
          className="button"
          disabled={busy}
          onClick={() => onAnswer(false, [])}
        >
          No
        </button>
        <button type="submit" className="button button-primary" disabled={busy}>
          Let it in
        </button>
      </div>
    </form>
  );
}
