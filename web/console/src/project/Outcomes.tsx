import type { OutcomeSeries, Outcomes as OutcomesAnswer, Project } from '@suture/wire/api';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiPath, get } from '../api/client';
import { Failure } from '../ui/Notice';
import { fullCount } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { OutcomeChart } from './OutcomeChart';
import { explain } from './reasons';

const spans = {
  '24 hours': { hours: 24, interval: 'hour' },
  '7 days': { hours: 7 * 24, interval: 'hour' },
  '30 days': { hours: 30 * 24, interval: 'day' },
  '90 days': { hours: 90 * 24, interval: 'day' },
} as const;
type Span = keyof typeof spans;

export function Outcomes({ project }: { project: Project }) {
  const [span, setSpan] = useState<Span>('24 hours');
  const [category, setCategory] = useState('');
  const answer = useQuery({
    queryKey: ['outcomes', project.slug, span],
    queryFn: ({ signal }) => {
      const to = Date.now();
      const from = to - spans[span].hours * 3_600_000;
      return get<OutcomesAnswer>(
        apiPath(['projects', project.slug, 'outcomes'], {
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
          interval: spans[span].interval,
        }),
        signal,
      );
    },
    refetchInterval: 30_000,
  });
  if (answer.isPending) return <Skeleton height={420} />;
  if (answer.error) return <Failure error={answer.error} onRetry={() => answer.refetch()} />;
  const categories = [...new Set(answer.data.series.map((each) => each.category))].sort();
  const shown = answer.data.series.filter((each) => !category || each.category === category);
  return (
    <section className="panel" aria-labelledby="outcomes-title">
      <header className="panel-head">
        <h2 id="outcomes-title">Outcomes</h2>
        <span className="select head-end">
          <select
            aria-label="Category"
            value={category}
            onChange={(event) => setCategory(event.target.value)}
          >
            <option value="">everything</option>
            {categories.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </span>
        <span className="select">
          <select
            aria-label="Time"
            value={span}
            onChange={(event) => setSpan(event.target.value as Span)}
          >
            {Object.keys(spans).map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </span>
      </header>
      {shown.length === 0 ? (
        <p className="panel-text muted">
          Nothing arrived in this time. The keys section has what an application needs to report
          here.
        </p>
      ) : (
        <>
          <OutcomeChart answer={answer.data} series={shown} />
          <OutcomeTable series={shown} />
        </>
      )}
    </section>
  );
}

const tones: Record<string, string> = {
  stored: 'good',
  filtered: 'neutral',
  limited: 'warning',
  invalid: 'danger',
  client: 'accent',
};

function OutcomeTable({ series }: { series: readonly OutcomeSeries[] }) {
  const rows = [...series].sort((a, b) => b.total - a.total);
  return (
    <div className="table-scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Category</th>
            <th scope="col">Outcome</th>
            <th scope="col">Reason</th>
            <th scope="col">What it means, what to do</th>
            <th scope="col" className="number">
              Count
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((each) => (
            <tr key={`${each.category} ${each.outcome} ${each.reason}`}>
              <td>{each.category}</td>
              <td>
                <span className={`badge badge-${tones[each.outcome] ?? 'neutral'}`}>
                  {each.outcome}
                </span>
              </td>
              <td className="wrap">{each.reason || <span className="muted">–</span>}</td>
              <td className="wrap muted">{explain(each.outcome, each.reason)}</td>
              <td className="number">{fullCount(each.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
