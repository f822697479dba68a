import type { Project } from '@suture/wire/api';
import { type FormEvent, useState } from 'react';
import { navigate } from '../route/location';
import { Failure } from '../ui/Notice';
import { TextField } from './Field';
import { useDeleteProject } from './settings';

export function Danger({ project }: { project: Project }) {
  const [typed, setTyped] = useState('');
  const drop = useDeleteProject(project.slug);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    drop.mutate(undefined, { onSuccess: () => navigate('/settings') });
  };
  return (
    <form className="panel panel-danger" onSubmit={submit}>
      <header className="panel-head">
        <h2>Delete this project</h2>
      </header>
      <div className="panel-body form">
        <p>
          Its issues, events, captures, source maps, releases, keys and settings go for ever. What
          its senders still send is refused from then on.
        </p>
        <TextField
          label={`Type ${project.slug} to confirm`}
          value={typed}
          onChange={setTyped}
          mono
        />
        {drop.error && <Failure error={drop.error} />}
        <div className="save-row">
          <button
            type="submit"
            className="button button-danger"
            disabled={typed !== project.slug || drop.isPending}
          >
            {drop.isPending ? 'Deleting…' : 'Delete the project'}
          </button>
        </div>
      </div>
    </form>
  );
}
