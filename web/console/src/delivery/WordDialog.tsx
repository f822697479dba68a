import type { JudgedDeployment } from '@suture/wire/api';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../ui/Icon';
import { Failure } from '../ui/Notice';
import { useWord } from './delivery';

interface WordDialogProps {
  judged: JudgedDeployment | undefined;
  onClose: () => void;
}

/** Says whether a deployment failed. What was said before stays in the log. */
export function WordDialog({ judged, onClose }: WordDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (judged) dialog.current?.showModal();
    else dialog.current?.close();
  }, [judged]);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onClose}>
      {judged && (
        <>
          <header>
            <h2 id={id}>Did {judged.deployment.release} fail?</h2>
            <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
              <Icon name="close" />
            </button>
          </header>
          <WordForm key={judged.deployment.id} judged={judged} onClose={onClose} />
        </>
      )}
    </dialog>
  );
}

function WordForm({ judged, onClose }: { judged: JudgedDeployment; onClose: () => void }) {
  const { deployment } = judged;
  const word = useWord(deployment.project, deployment.id);
  const [failed, setFailed] = useState(!judged.failed);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const recovered = String(form.get('recovered') ?? '');
    word.mutate(
      {
        failed,
        reason: String(form.get('reason') ?? '').trim(),
        ...(failed && recovered && { recovered: new Date(recovered).toISOString() }),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <form className="question" onSubmit={submit}>
      <fieldset className="choice">
        <legend className="hidden">Whether it failed</legend>
        {[true, false].map((value) => (
          <label key={String(value)} className="check">
            <input
              type="radio"
              name="failed"
              checked={failed === value}
              onChange={() => setFailed(value)}
            />
            {value ? 'It failed' : 'It did not fail'}
          </label>
        ))}
      </fieldset>
      <label className="ask-field">
        Why
        <input name="reason" required maxLength={500} autoComplete="off" />
      </label>
      {failed && (
        <label className="ask-field">
          Well again since (leave empty while it is not, or for the evidence to say)
          <input type="datetime-local" name="recovered" />
        </label>
      )}
      <p className="muted">Your name, the reason and the time are kept with the deployment.</p>
      {word.error && <Failure error={word.error} />}
      <div className="question-end">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" className="button button-primary" disabled={word.isPending}>
          Save
        </button>
      </div>
    </form>
  );
}
