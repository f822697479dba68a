import { type FormEvent, useState } from 'react';
import { navigate } from '../route/location';
import { projectSettingsPath } from '../route/route';
import { Failure } from '../ui/Notice';
import { useTitle } from '../ui/title';
import { TextField } from './Field';
import { useCreateProject } from './settings';

/** What a name is as a slug: `Web shop` is `web-shop`. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/-$/, '');

export function NewProjectPage() {
  useTitle('New project');
  const [name, setName] = useState('');
  const [slug, setSlug] = useState<string>();
  const [repository, setRepository] = useState('');
  const create = useCreateProject();
  const wanted = slug ?? slugOf(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(
      { slug: wanted, name, ...(repository && { repository }) },
      { onSuccess: (project) => navigate(projectSettingsPath(project.slug, 'keys')) },
    );
  };
  return (
    <div className="page page-narrow">
      <form className="panel" onSubmit={submit}>
        <header className="panel-head">
          <h1>New project</h1>
        </header>
        <div className="panel-body form">
          <TextField label="Name" value={name} onChange={setName} placeholder="Web shop" required />
          <TextField
            label="Slug"
            hint="1 to 40 lower-case letters, digits and dashes; the beginning of every issue’s id. It does not change later."
            value={wanted}
            onChange={setSlug}
            pattern="[a-z][a-z0-9\-]{0,39}"
            required
            mono
          />
          <TextField
            label="Repository"
            hint="May wait: only hotfixes need it."
            value={repository}
            onChange={setRepository}
            placeholder="https://git.example/shop.git"
            mono
          />
          {create.error && <Failure error={create.error} />}
          <div className="save-row">
            <button
              type="submit"
              className="button button-primary"
              disabled={!name.trim() || !wanted || create.isPending}
            >
              {create.isPending ? 'Creating…' : 'Create the project'}
            </button>
          </div>
        </div>
      </form>
    </div>
  );
}
