import type { Project } from '@suture/wire/api';
import { type FormEvent, useState } from 'react';
import { TextField } from './Field';
import { SaveBar } from './SaveBar';
import { useChangeProject } from './settings';

export function General({ project }: { project: Project }) {
  const stored = {
    name: project.name,
    repository: project.repository ?? '',
    production: project.lines.production,
    develop: project.lines.develop,
  };
  const [draft, setDraft] = useState(stored);
  const change = useChangeProject(project.slug);
  const changed = JSON.stringify(draft) !== JSON.stringify(stored);
  const set = (part: Partial<typeof stored>) => setDraft({ ...draft, ...part });
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({
      name: draft.name,
      lines: { production: draft.production, develop: draft.develop },
      ...(draft.repository && { repository: draft.repository }),
    });
  };
  return (
    <form className="panel" onSubmit={save}>
      <header className="panel-head">
        <h2>General</h2>
      </header>
      <div className="panel-body form">
        <TextField label="Name" value={draft.name} onChange={(name) => set({ name })} required />
        <TextField
          label="Repository"
          hint="Where hotfixes are branched and pushed: https, ssh, git or file."
          value={draft.repository}
          onChange={(repository) => set({ repository })}
          placeholder="https://git.example/shop.git"
          mono
        />
        <div className="form-row">
          <TextField
            label="Production line"
            hint="The branch that production is released from."
            value={draft.production}
            onChange={(production) => set({ production })}
            mono
            required
          />
          <TextField
            label="Develop line"
            hint="The branch that the next release grows on."
            value={draft.develop}
            onChange={(develop) => set({ develop })}
            mono
            required
          />
        </div>
        <p className="field-hint">
          The slug <code>{project.slug}</code> is part of every issue’s id and does not change; the
          number in the DSN is <code>{project.id}</code>.
        </p>
        <SaveBar
          changed={changed}
          saving={change.isPending}
          saved={change.isSuccess}
          error={change.error}
          onUndo={() => setDraft(stored)}
        />
      </div>
    </form>
  );
}
