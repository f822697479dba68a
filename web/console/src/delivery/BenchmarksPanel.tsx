import type { Dora } from '@suture/wire/api';
import { length, often, percent } from './delivery';

const metricNames: Record<string, string> = {
  frequency: 'Deployment frequency',
  leadTime: 'Change lead time',
  changeFail: 'Change fail rate',
};

/** What DORA's own surveys found, with their years. */
export function BenchmarksPanel({ dora: { benchmarks, figures } }: { dora: Dora }) {
  return (
    <section className="panel" aria-labelledby="benchmarks">
      <header className="panel-head">
        <h2 id="benchmarks">What DORA’s surveys found</h2>
      </header>
      <div className="table-scroll">
        <table>
          <caption className="panel-text">
            Clusters of the 2024 report, the last that has any. They are no ranking: its medium
            cluster failed less often than its high one.
          </caption>
          <thead>
            <tr>
              <th scope="col">2024</th>
              <th scope="col" className="number">
                Of those asked
              </th>
              <th scope="col">Lead time</th>
              <th scope="col">Frequency</th>
              <th scope="col">Recovery</th>
              <th scope="col" className="number">
                Fail rate
              </th>
            </tr>
          </thead>
          <tbody>
            {benchmarks.clusters2024.map((cluster) => (
              <tr key={cluster.name}>
                <th scope="row">{cluster.name}</th>
                <td className="number">{cluster.share} %</td>
                <td>{cluster.leadTime}</td>
                <td>{cluster.frequency}</td>
                <td>{cluster.recovery}</td>
                <td className="number">{cluster.changeFail} %</td>
              </tr>
            ))}
            <tr className="row-chosen">
              <th scope="row">here, now</th>
              <td className="number">–</td>
              <td>{length(figures.leadTime.median)}</td>
              <td>{often(figures.frequency.perDay)}</td>
              <td>{length(figures.recovery.median)}</td>
              <td className="number">{percent(figures.changeFail.value)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p className="panel-text">
        The 2025 report gives distributions instead of clusters. Of those asked,{' '}
        {benchmarks.shares2025
          .map(
            (share) =>
              `${share.percent} % said “${share.answer}” (${(metricNames[share.metric] ?? share.metric).toLowerCase()})`,
          )
          .join(', ')}
        . These are the shares on which its readers agree; the rest of its tables is not repeated
        here. Its seven profiles:{' '}
        {benchmarks.profiles2025.map((share) => `${share.answer} ${share.percent} %`).join(', ')}.
      </p>
    </section>
  );
}
