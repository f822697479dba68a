import { CopyButton } from './CopyButton';

/** Lines of code or commands that are there to be copied. */
export function Snippet({ text, label }: { text: string; label: string }) {
  return (
    <div className="snippet">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide code is scrolled by keyboard too */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
      <CopyButton text={text} label={label} compact />
    </div>
  );
}
