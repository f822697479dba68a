import type { PersonFound, PersonRequests, Project } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { apiPath, get, remove } from '../api/client';
import { Failure } from '../ui/Notice';
import { fullCount } from '../ui/number';
import { Time } from '../ui/Time';
import { TextField } from './Field';

/** What is kept of one person: handed out or deleted on request. */
export function PersonData({ project }: { project: Project }) {
  const client = useQueryClient();
  const [who, setWho] = useState('');
  const [asked, setAsked] = useState('');
  const [sure, setSure] = useState(false);
  const segments = ['projects', project.slug, 'person'];
  const found = useQuery({
    queryKey: ['person', project.slug, asked],
    queryFn: ({ signal }) => get<PersonFound>(apiPath(segments, { who: asked }), signal),
    enabled: asked !== '',
  });
  const requests = useQuery({
    queryKey: ['personRequests', project.slug],
    queryFn: ({ signal }) => get<PersonRequests>(apiPath([...segments, 'requests']), signal),
  });
  const drop = useMutation({
    mutationFn: () => remove(apiPath(segments, { who: asked })),
    onSettled: () => client.invalidateQueries(),
  });
  const look = (event: FormEvent) => {
    event.preventDefault();
    setSure(false);
    setAsked(who.trim());
  };
  const data = found.data;
  return (
    <section className="panel" aria-labelledby="person-title">
      <header className="panel-head">
        <h2 id="person-title">Data of one person</h2>
      </header>
      <div className="panel-body form">
        <form className="form" onSubmit={look}>
          <TextField
            label="Who"
            hint="Id, e-mail address, name or IP address, as events have it."
            placeholder="ana@example.com"
            value={who}
            onChange={setWho}
            required
          />
          <div className="save-row">
            <button type="submit" className="button" disabled={!who.trim() || found.isFetching}>
              {found.isFetching ? 'Looking…' : 'Look'}
            </button>
          </div>
        </form>
        {found.error && <Failure error={found.error} />}
        {asked && data && (
          <>
            <p role="status">
              <strong>{fullCount(data.events)}</strong> events,{' '}
              <strong>{fullCount(data.captures)}</strong> captures and{' '}
              <strong>{fullCount(data.feedback)}</strong> pieces of feedback are kept of{' '}
              <code className="wrap">{asked}</code>.
            </p>
            {data.events + data.feedback > 0 && (
              <div className="save-row">
                <a
                  className="button"
                  href={apiPath([...segments, 'export'], { who: asked })}
                  download
                >
                  Export as ZIP
                </a>
                <button
                  type="button"
                  className="button button-danger"
                  disabled={drop.isPending}
                  onClick={() => (sure ? drop.mutate() : setSure(true))}
                >
                  {drop.isPending ? 'Deleting…' : sure ? 'Really delete, for ever' : 'Delete'}
                </button>
              </div>
            )}
            {drop.error && <Failure error={drop.error} />}
          </>
        )}
        <p className="field-hint">
          Sums do not know persons: how many users an issue has stays as it was counted. Each export
          and deletion is written down.
        </p>
        {requests.data && requests.data.requests.length > 0 && (
          <div className="table-scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">By</th>
                  <th scope="col">What</th>
                  <th scope="col">Whom (hash)</th>
                  <th scope="col" className="number">
                    Events
                  </th>
                </tr>
              </thead>
              <tbody>
                {requests.data.requests.map((each) => (
                  <tr key={`${each.at} ${each.kind} ${each.subject}`}>
                    <td>
                      <Time at={each.at} />
                    </td>
                    <td>{each.by}</td>
                    <td>{each.kind}</td>
                    <td>
                      <code>{each.subject}</code>
                    </td>
                    <td className="number">{fullCount(each.events)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </section>
  );
}
