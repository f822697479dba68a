import type { Dora } from '@suture/wire/api';
import { length, often, percent } from './delivery';

/** The same history as other tools would count it, because they disagree. */
export function ComparedTable({ dora: { figures, compared } }: { dora: Dora }) {
  return (
    <section className="panel" aria-labelledby="compared">
      <header className="panel-head">
        <h2 id="compared">The same history, as other tools count it</h2>
      </header>
      <div className="table-scroll compared">
        <table>
          <thead>
            <tr>
              <th scope="col">Counted by</th>
              <th scope="col" className="number">
                Fail rate
              </th>
              <th scope="col" className="number">
                Recovery
              </th>
              <th scope="col" className="number">
                Lead time
              </th>
              <th scope="col">Frequency</th>
              <th scope="col">Why it differs</th>
            </tr>
          </thead>
          <tbody>
            <tr className="row-chosen">
              <th scope="row">Suture</th>
              <td className="number">
                {percent(figures.changeFail.value)}
                <span className="of">
                  {figures.changeFail.hits} of {figures.changeFail.n}
                </span>
              </td>
              <td className="number">{length(figures.recovery.median)}</td>
              <td className="number">{length(figures.leadTime.median)}</td>
              <td>{often(figures.frequency.perDay)}</td>
              <td className="wrap muted">
                Each failed deployment once, with its evidence; what is still open is counted as
                lasting until now.
              </td>
            </tr>
            {compared.map((count) => (
              <tr key={count.tool}>
                <th scope="row">{count.tool}</th>
                <td className="number">
                  {percent(count.changeFail)}
                  <span className="of">
                    {count.failures} of {count.of}
                  </span>
                </td>
                <td className="number">{length(count.recovery)}</td>
                <td className="number">{length(count.leadTime)}</td>
                <td>{count.frequency}</td>
                <td className="wrap muted" title={count.source}>
                  {count.differs}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
