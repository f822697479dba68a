import type { Artifact, Artifacts as ArtifactList, Project } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiPath, get, remove } from '../api/client';
import { Failure } from '../ui/Notice';
import { byteSize } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { ArtifactCheck } from './ArtifactCheck';

export function Artifacts({ project }: { project: Project }) {
  const [text, setText] = useState('');
  const list = useQuery({
    queryKey: ['artifacts', project.slug],
    queryFn: ({ signal }) =>
      get<ArtifactList>(apiPath(['projects', project.slug, 'artifacts']), signal),
    select: (answer) => answer.artifacts,
  });
  if (list.isPending) return <Skeleton height={240} />;
  if (list.error) return <Failure error={list.error} onRetry={() => list.refetch()} />;
  const shown = list.data.filter((each) =>
    [each.debugId, each.release, each.url].some((part) => part?.includes(text.trim())),
  );
  return (
    <>
      <section className="panel" aria-labelledby="artifacts-title">
        <header className="panel-head">
          <h2 id="artifacts-title">Source maps</h2>
          <input
            className="input head-end artifact-search"
            type="search"
            aria-label="Debug id, release or file"
            placeholder="Debug id, release or file"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </header>
        {list.data.length === 0 ? (
          <p className="panel-text muted">
            None yet. A build uploads them with <code>suture artifacts upload</code>, with{' '}
            <code>sentry-cli</code> or with a bundler plugin.
          </p>
        ) : (
          <div className="table-scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">Found by</th>
                  <th scope="col">Release</th>
                  <th scope="col" className="number">
                    Size
                  </th>
                  <th scope="col">Uploaded</th>
                  <th scope="col">
                    <span className="hidden">Delete</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.slice(0, 200).map((each) => (
                  <Row
                    key={`${each.debugId} ${each.release} ${each.url}`}
                    slug={project.slug}
                    each={each}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {shown.length === 0 && list.data.length > 0 && (
          <p className="panel-text muted">No source map is found by “{text}”.</p>
        )}
        {shown.length > 200 && (
          <p className="panel-text muted">The first 200 of {shown.length}; search for the rest.</p>
        )}
      </section>
      <ArtifactCheck project={project} />
    </>
  );
}

function Row({ slug, each }: { slug: string; each: Artifact }) {
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const drop = useMutation({
    mutationFn: () =>
      remove(
        apiPath(['projects', slug, 'artifacts'], {
          debugId: each.debugId,
          release: each.debugId ? undefined : each.release,
          url: each.debugId ? undefined : each.url,
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['artifacts', slug] }),
  });
  return (
    <tr>
      <td className="wrap">
        <code>{each.debugId ?? each.url}</code>
      </td>
      <td className="wrap">{each.release ?? <span className="muted">–</span>}</td>
      <td className="number">{byteSize(each.bytes)}</td>
      <td>
        <Time at={each.uploaded} />
      </td>
      <td>
        <button
          type="button"
          className={sure ? 'button button-danger' : 'button button-quiet'}
          disabled={drop.isPending}
          onClick={() => (sure ? drop.mutate() : setSure(true))}
          onBlur={() => setSure(false)}
        >
          {sure ? 'Really delete' : 'Delete'}
        </button>
        {drop.error && <Failure error={drop.error} />}
      </td>
    </tr>
  );
}
