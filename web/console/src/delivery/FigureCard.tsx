import type { Bin } from '@suture/wire/api';
import { useId } from 'react';
import { TrendChart, type TrendPoint } from './TrendChart';

export interface Figure {
  title: string;
  /** What it is, in a sentence. */
  meaning: string;
  value: string;
  /** Both bounds in words; absent where the data cannot give them. */
  interval: string | undefined;
  /** What it stands on: `62 changes`. */
  of: string;
  note?: string | undefined;
  bins: readonly Bin[];
  binsAre: string;
  trend: readonly TrendPoint[];
  say: (value: number | undefined) => string;
  least?: number;
}

/** One metric with what it stands on, how it moved and how it is spread. */
export function FigureCard({ figure }: { figure: Figure }) {
  const id = useId();
  const most = Math.max(1, ...figure.bins.map((bin) => bin.n));
  return (
    <section className="panel figure-card" aria-labelledby={id}>
      <h2 id={id} title={figure.meaning}>
        {figure.title}
      </h2>
      <p className="figure-value">
        <b>{figure.value}</b>
        <span>{figure.of}</span>
      </p>
      <p className="figure-interval">
        {figure.interval ? `95 %: ${figure.interval}` : 'too few for an interval'}
        {figure.note && <span> · {figure.note}</span>}
      </p>
      <TrendChart
        label={figure.title}
        points={figure.trend}
        say={figure.say}
        {...(figure.least !== undefined && { least: figure.least })}
      />
      <table className="spread">
        <caption className="hidden">{figure.binsAre}</caption>
        <tbody>
          {figure.bins.map((bin) => (
            <tr key={bin.label}>
              <th scope="row">{bin.label}</th>
              <td>
                <span className="spread-bar" style={{ width: `${(bin.n / most) * 100}%` }} />
              </td>
              <td className="number">{bin.n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
