import type { LineStatus } from '@suture/wire/api';
import { presenceWords } from './presence';
import { Steps } from './Steps';

/** Which line of development has the fix, and how that is known. */
export function LinesTable({ lines }: { lines: readonly LineStatus[] }) {
  if (lines.length === 0)
    return <p className="panel-text muted">Not looked at yet. “Check now” reads the repository.</p>;
  return (
    <div className="table-scroll">
      <table className="lines-table">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Branch</th>
            <th scope="col">The fix is</th>
            <th scope="col">How that is known</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const [text, tone] = presenceWords[line.presence];
            return (
              <tr key={line.line}>
                <th scope="row">{line.line}</th>
                <td>
                  <code>{line.branch}</code>
                </td>
                <td>
                  <span className={`badge badge-${tone}`}>{text}</span>
                </td>
                <td className="wrap">
                  {line.evidence} <Commit line={line} />
                  <Steps steps={line.steps ?? []} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The commit that brought the fix, unless the evidence names it already. */
function Commit({ line }: { line: LineStatus }) {
  const id = line.commit?.slice(0, 12);
  return id && !line.evidence.includes(id) ? <code className="muted">{id}</code> : null;
}
