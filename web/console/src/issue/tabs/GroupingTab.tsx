import type { IssueTab, TabProps } from './tab';

/** Why these events are one issue. */
function Grouping({ detail }: TabProps) {
  const { fingerprint } = detail.issue;
  return (
    <section className="panel" aria-labelledby="grouping-title">
      <header className="panel-head">
        <h2 id="grouping-title">Why these events are one issue</h2>
      </header>
      <div className="grouped">
        <p className="muted">They share these parts, in this order ({fingerprint.grouping}):</p>
        <ol>
          {fingerprint.parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part may come twice
            <li key={index}>
              <code>{part}</code>
            </li>
          ))}
        </ol>
        <p className="muted mono hash">{fingerprint.hash}</p>
      </div>
    </section>
  );
}

export const groupingTab: IssueTab = { name: 'grouping', label: 'Grouping', View: Grouping };
