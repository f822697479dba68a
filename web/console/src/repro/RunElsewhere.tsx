import { type FormEvent, useState } from 'react';

interface Props {
  busy: boolean;
  onRun: (commit: string) => void;
}

/** Runs it at a commit that is not live: a line, a branch, a tag or an id. */
export function RunElsewhere({ busy, onRun }: Props) {
  const [commit, setCommit] = useState('');
  const name = commit.trim();
  const run = (event: FormEvent) => {
    event.preventDefault();
    if (name) onRun(name);
  };
  return (
    <form className="repro-elsewhere" onSubmit={run}>
      <label>
        Run at
        <input
          className="input"
          value={commit}
          onChange={(change) => setCommit(change.target.value)}
          placeholder="develop, a branch, a tag or a commit"
          spellCheck={false}
          autoComplete="off"
        />
      </label>
      <button type="submit" className="button" disabled={busy || !name}>
        Run
      </button>
    </form>
  );
}
