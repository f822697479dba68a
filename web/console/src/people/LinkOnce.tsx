import { CopyButton } from '../ui/CopyButton';
import { Day } from '../ui/Day';

interface LinkOnceProps {
  url: string;
  expires: string;
  what: string;
  onDone: () => void;
}

/** A link that is shown once and works once. */
export function LinkOnce({ url, expires, what, onDone }: LinkOnceProps) {
  return (
    <div className="shown-once link-once" role="status">
      <p>{what}</p>
      <span className="with-copy">
        <code className="wrap">{url}</code>
        <CopyButton text={url} label="Copy the link" compact />
      </span>
      <p>
        It works until <Day at={expires} /> and is not shown again.
      </p>
      <div>
        <button type="button" className="button" onClick={onDone}>
          I have it
        </button>
      </div>
    </div>
  );
}
