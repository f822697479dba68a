import type { Project, TriageRules } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { apiPath, get, send } from '../api/client';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { asLines, LinesField, SwitchField, TextField } from './Field';
import { SaveBar } from './SaveBar';

const path = (slug: string) => apiPath(['projects', slug, 'triage']);

/** How the project wants its issues handled: when silence resolves one, and who gets a new one. */
export function Handling({ project }: { project: Project }) {
  const rules = useQuery({
    queryKey: ['triage', project.slug],
    queryFn: ({ signal }) => get<TriageRules>(path(project.slug), signal),
  });
  if (rules.error) return <Failure error={rules.error} onRetry={() => rules.refetch()} />;
  if (!rules.data) return <Skeleton height={320} />;
  return <HandlingForm project={project} stored={rules.data} />;
}

function HandlingForm({ project, stored }: { project: Project; stored: TriageRules }) {
  const client = useQueryClient();
  const first = {
    days: String(stored.resolveAfterDays || ''),
    assign: stored.assign,
    owners: stored.owners.map(({ paths, owner }) => `${paths} ${owner}`).join('\n'),
  };
  const [draft, setDraft] = useState(first);
  const change = useMutation({
    mutationFn: (rules: TriageRules) => send('PUT', path(project.slug), rules),
    onSuccess: () => client.invalidateQueries({ queryKey: ['triage', project.slug] }),
  });
  const set = (part: Partial<typeof first>) => setDraft({ ...draft, ...part });
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({
      resolveAfterDays: Number(draft.days || 0),
      assign: draft.assign,
      owners: asLines(draft.owners).map(ownedBy),
    });
  };
  return (
    <form className="panel" onSubmit={save}>
      <header className="panel-head">
        <h2>Issues</h2>
      </header>
      <div className="panel-body form">
        <TextField
          label="Resolve after days without an event"
          hint="Empty for never. Seen again, the issue regresses."
          value={draft.days}
          onChange={(days) => set({ days })}
          pattern="[0-9]{0,4}"
        />
        <SwitchField
          label="Give new issues to their first suggested owner"
          hint="By the rules below, then by CODEOWNERS at the commit that is live."
          checked={draft.assign}
          onChange={(assign) => set({ assign })}
        />
        <LinesField
          label="Owners"
          hint="A pattern of paths and an owner in each line, as in CODEOWNERS; the last that matches counts. An owner is person:NAME, team:NAME or agent:NAME."
          value={draft.owners}
          onChange={(owners) => set({ owners })}
          placeholder="src/cart/ team:checkout"
        />
        <SaveBar
          changed={JSON.stringify(draft) !== JSON.stringify(first)}
          saving={change.isPending}
          saved={change.isSuccess}
          error={change.error}
          onUndo={() => setDraft(first)}
        />
      </div>
    </form>
  );
}

/** The pattern and the owner of a line; the owner begins at the last `person:`, `team:` or `agent:`. */
function ownedBy(line: string): TriageRules['owners'][number] {
  const found = /^(.*\S)\s+((?:person|team|agent):.*)$/.exec(line);
  return { paths: found?.[1] ?? line, owner: found?.[2] ?? '' };
}
