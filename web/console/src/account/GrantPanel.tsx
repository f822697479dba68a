import type { ProgramGrants } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, remove } from '../api/client';
import { Failure } from '../ui/Notice';
import { Time } from '../ui/Time';

/** The programs that the person has let act for him. */
export function GrantPanel() {
  const client = useQueryClient();
  const grants = useQuery({
    queryKey: ['grants'],
    queryFn: ({ signal }) => get<ProgramGrants>(apiPath(['me', 'grants']), signal),
    select: (answer) => answer.grants,
  });
  const end = useMutation({
    mutationFn: (id: number) => remove(apiPath(['me', 'grants', String(id)])),
    onSettled: () => client.invalidateQueries({ queryKey: ['grants'] }),
  });
  return (
    <section className="panel" aria-labelledby="grants-title">
      <header className="panel-head">
        <h2 id="grants-title">Programs that act as you</h2>
      </header>
      {grants.data?.length === 0 && (
        <p className="panel-text muted">
          None. An agent that is given the address of this server with /mcp asks here to be let in.
        </p>
      )}
      {grants.error && <Failure error={grants.error} onRetry={() => grants.refetch()} />}
      <ul className="rows">
        {grants.data?.map((grant) => (
          <li key={grant.id}>
            <div className="row-main">
              <strong className="wrap" title={grant.clientId}>
                {grant.client}
              </strong>
              <span>
                {grant.scopes.join(', ')} · let in <Time at={grant.created} /> · renewed{' '}
                <Time at={grant.seen} />
              </span>
            </div>
            <div className="row-end">
              <button
                type="button"
                className="button button-remove"
                disabled={end.isPending}
                onClick={() => end.mutate(grant.id)}
              >
                Shut out<span className="hidden"> {grant.client}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
      {end.error && <Failure error={end.error} />}
    </section>
  );
}
