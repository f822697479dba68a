import type { TrustView } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, send } from '../api/client';
import { Failure } from '../ui/Notice';
import { plural } from '../ui/number';
import { Time } from '../ui/Time';

const words: Record<TrustView['came'][number]['sender'], string> = {
  anonymousKey: 'through an anonymous key',
  signedUser: 'from signed-in users',
  staffToken: 'with a token of staff',
};

/** How the issue's events came in, and a person's word that agents may write because of it. */
export function TrustPanel({ issue }: { issue: string }) {
  const path = apiPath(['issues', issue, 'trust']);
  const client = useQueryClient();
  const trust = useQuery({
    queryKey: ['trust', issue],
    queryFn: ({ signal }) => get<TrustView>(path, signal),
    refetchInterval: 10_000,
  });
  const decide = useMutation({
    mutationFn: (approve: boolean) =>
      approve ? send('PUT', path, { event: trust.data?.event }) : send('DELETE', path),
    onSettled: () =>
      Promise.all(
        ['trust', 'bundle', 'cause'].map((kind) =>
          client.invalidateQueries({ queryKey: [kind, issue] }),
        ),
      ),
  });
  if (!trust.data) return null;
  const { came, event, approval, writes } = trust.data;
  return (
    <section className="panel side trust" aria-labelledby="trust">
      <header className="panel-head">
        <h2 id="trust">Where it came from</h2>
      </header>
      <ul className="trust-ways">
        {came.map(({ sender, events }) => (
          <li key={sender}>
            {plural(events, 'event')} {words[sender]}
          </li>
        ))}
      </ul>
      {!writes && (
        <>
          <p className="muted">
            Agents are shown the event <EventId of={event} />. Anybody who knows the page’s key can
            have made it up. Agents and tokens may read it; they open no hotfix and propose no ship
            because of it until a person says that it is real.
          </p>
          <button
            type="button"
            className="button"
            disabled={decide.isPending}
            onClick={() => decide.mutate(true)}
          >
            Let agents act on it
          </button>
        </>
      )}
      {approval && (
        <>
          <p className="muted">
            {approval.name} let agents act on the event <EventId of={event} />,{' '}
            <Time at={approval.at} />. They are shown this one until that is taken back.
          </p>
          <button
            type="button"
            className="button"
            disabled={decide.isPending}
            onClick={() => decide.mutate(false)}
          >
            Take that back
          </button>
        </>
      )}
      {decide.error && <Failure error={decide.error} />}
    </section>
  );
}

function EventId({ of }: { of: string }) {
  return <code title={of}>{of.slice(0, 8)}</code>;
}
