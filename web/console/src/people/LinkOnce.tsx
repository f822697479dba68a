import { CopyButton } from '../ui/CopyButton';
import { Time } from '../ui/Time';

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
        It ends <Time at={expires} /> and is not shown again.
      </p>
      <div>
        <button type="button" className="button" onClick={onDone}>
          I have it
        </button>
      </div>
    </div>
  );
}
