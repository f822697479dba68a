import { useQuery } from '@tanstack/react-query';
import { reportQuery } from '../../api/queries';
import { LoadError, Loading } from '../../components/QueryState';
import { formatDay } from '../../lib/format';
import { bestSource, funnelRows } from './funnel';
import { TimeToHire } from './TimeToHire';

export function ReportsPage() {
  const { data: report, isPending, isError } = useQuery(reportQuery);
  if (isPending) return <Loading what="report" />;
  if (isError) return <LoadError what="report" />;
  const { period, funnel, sources, timeToHire } = report;
  return (
    <>
      <h1>{`Hiring from ${formatDay(period.from)} to ${formatDay(period.to)}`}</h1>
      <table>
        <tbody>
          {funnelRows(funnel).map(({ label, count, conversion }) => (
            <tr key={label}>
              <th>{label}</th>
              <td>{count}</td>
              <td>{conversion}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{`Best source: ${bestSource(sources)}`}</p>
      <TimeToHire stats={timeToHire} />
    </>
  );
}
