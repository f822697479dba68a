import type { Hook, Project } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiPath, get, post, remove } from '../api/client';
import { Confirm } from '../people/Confirm';
import { CopyButton } from '../ui/CopyButton';
import { Failure, Notice } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { Questions } from './Questions';

const tools: Record<string, { name: string; how: string }> = {
  github: {
    name: 'GitHub',
    how: 'A webhook with content type application/json, the secret, and the event “Deployment statuses”; of a GitHub App also “Deployment protection rule”.',
  },
  gitlab: {
    name: 'GitLab',
    how: 'A webhook with the secret as its token, trigger “Deployment events”.',
  },
  argocd: {
    name: 'Argo CD',
    how: 'A webhook service with the header Authorization: Bearer and the secret; the body is {{toJson .app}}.',
  },
  flux: { name: 'Flux', how: 'A provider of type generic-hmac whose token is the secret.' },
  flagger: {
    name: 'Flagger',
    how: 'Webhooks of a canary at this address and their type, such as /confirm-promotion, with the secret as metadata.token.',
  },
  cdevents: {
    name: 'CDEvents',
    how: 'CloudEvents over HTTP, binary or structured, with the header Authorization: Bearer and the secret.',
  },
};

/** What other tools need to tell of deployments by themselves. */
export function Deployments({ project }: { project: Project }) {
  const client = useQueryClient();
  const path = apiPath(['projects', project.slug, 'hook']);
  const key = ['hook', project.slug];
  const [secret, setSecret] = useState<string>();
  const hook = useQuery({ queryKey: key, queryFn: ({ signal }) => get<Hook>(path, signal) });
  const make = useMutation({
    mutationFn: () => post<Hook>(path, {}),
    onSuccess: (made) => {
      setSecret(made.secret);
      return client.invalidateQueries({ queryKey: key });
    },
  });
  const end = useMutation({
    mutationFn: () => remove(path),
    onSuccess: () => {
      setSecret(undefined);
      return client.invalidateQueries({ queryKey: key });
    },
  });
  if (hook.isPending) return <Skeleton height={240} />;
  if (hook.error) return <Failure error={hook.error} onRetry={() => hook.refetch()} />;
  const failed = make.error ?? end.error;
  return (
    <section className="panel" aria-labelledby="hooks-title">
      <header className="panel-head">
        <h2 id="hooks-title">Deployments told by other tools</h2>
        {hook.data.made ? (
          <span className="head-end">
            <Confirm
              label="End the secret"
              question="Tools that use it are not heard any more."
              onConfirm={() => end.mutate()}
            />
          </span>
        ) : (
          <button
            type="button"
            className="button button-primary head-end"
            disabled={make.isPending}
            onClick={() => make.mutate()}
          >
            Make a secret
          </button>
        )}
      </header>
      <p className="panel-text muted">
        {hook.data.made ? (
          <>
            {hook.data.maker} made the secret <Time at={hook.data.made} />. Each tool shows that it
            knows it; what does not is not heard.
          </>
        ) : (
          'One secret for all tools of this project. It is shown once.'
        )}
      </p>
      {secret && (
        <Notice tone="warning" title="Copy the secret now: it is not shown again.">
          <div className="with-copy">
            <code className="wrap">{secret}</code>
            <CopyButton text={secret} label="Copy the secret" compact />
          </div>
        </Notice>
      )}
      {failed && <Failure error={failed} />}
      <ul className="keys">
        {hook.data.paths.map((each) => {
          const tool = tools[each.split('/').at(-1) ?? ''];
          const address = `${window.location.origin}${each}`;
          return (
            <li key={each} className="key">
              <div className="key-head">
                <b>{tool?.name}</b>
              </div>
              <div className="with-copy">
                <code className="wrap">{address}</code>
                <CopyButton text={address} label={`Copy the address for ${tool?.name}`} compact />
              </div>
              <p className="muted">{tool?.how}</p>
            </li>
          );
        })}
      </ul>
      <Questions project={project.slug} />
    </section>
  );
}
