import type { Frame, Project } from '@suture/wire/api';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { apiPath, get } from '../api/client';
import { CodeLines } from '../issue/CodeLines';
import { Failure } from '../ui/Notice';
import { TextField } from './Field';

const nothing = { debugId: '', release: '', url: '', position: '' };

/** Maps one position of a built file as an event with it would be mapped. */
export function ArtifactCheck({ project }: { project: Project }) {
  const [asked, setAsked] = useState(nothing);
  const check = useMutation({
    mutationFn: ({ position, ...rest }: typeof nothing) => {
      const [line, column] = position.split(':');
      return get<Frame>(
        apiPath(['projects', project.slug, 'artifacts', 'check'], { ...rest, line, column }),
      );
    },
  });
  const set = (part: Partial<typeof nothing>) => setAsked({ ...asked, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    check.mutate({
      debugId: asked.debugId.trim(),
      release: asked.release.trim(),
      url: asked.url.trim(),
      position: asked.position.trim(),
    });
  };
  const byId = asked.debugId.trim() !== '';
  return (
    <form className="panel" onSubmit={submit} aria-labelledby="check-title">
      <header className="panel-head">
        <h2 id="check-title">Check a position</h2>
      </header>
      <div className="panel-body form">
        <p className="muted">
          See what an event from there would show: by the debug id of the built file, or by its
          release and address.
        </p>
        <div className="form-row">
          <TextField
            label="Debug id"
            value={asked.debugId}
            onChange={(debugId) => set({ debugId })}
            placeholder="85314830-023f-4cf1-a267-535f4e37bb17"
            mono
          />
          <TextField
            label="Line and column"
            value={asked.position}
            onChange={(position) => set({ position })}
            placeholder="1:90211"
            pattern="\s*[1-9][0-9]*:[1-9][0-9]*\s*"
            required
            mono
          />
        </div>
        <div className="form-row">
          <TextField
            label="Release"
            value={asked.release}
            onChange={(release) => set({ release })}
            required={!byId}
          />
          <TextField
            label="Address of the built file"
            value={asked.url}
            onChange={(url) => set({ url })}
            placeholder="https://shop.example/assets/app.js"
            required={!byId}
            mono
          />
        </div>
        <div className="save-row">
          <button type="submit" className="button" disabled={check.isPending}>
            {check.isPending ? 'Checking…' : 'Check'}
          </button>
        </div>
        {check.error && <Failure error={check.error} />}
        <div role="status">{check.data && <Found frame={check.data} />}</div>
      </div>
    </form>
  );
}

function Found({ frame }: { frame: Frame }) {
  const { built, unmapped, code } = frame;
  if (!built) return <p>Not mapped. {unmapped}</p>;
  return (
    <>
      <p className="wrap">
        Maps to{' '}
        <code>
          {frame.file}:{frame.line}:{frame.column}
        </code>
        {frame.function && (
          <>
            {' '}
            in <code>{frame.function}</code>
          </>
        )}
        {!code && '. The map holds no text of this source.'}
      </p>
      {code && <CodeLines code={code} failing={frame.line} />}
    </>
  );
}
