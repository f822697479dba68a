import type { DoraService } from '@suture/wire/api';
import { Link } from '../route/Link';
import { useSearch } from '../route/location';
import { withQuery } from '../route/route';
import { length, often, percent } from './delivery';

export function ServicesTable({ services }: { services: readonly DoraService[] }) {
  const search = useSearch();
  return (
    <section className="panel" aria-labelledby="services">
      <header className="panel-head">
        <h2 id="services">By service</h2>
      </header>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col">Teams</th>
              <th scope="col" className="number">
                Lead time
              </th>
              <th scope="col" className="number">
                Frequency
              </th>
              <th scope="col" className="number">
                Recovery
              </th>
              <th scope="col" className="number">
                Fail rate
              </th>
              <th scope="col" className="number">
                Rework
              </th>
              <th scope="col" className="number">
                Deployments
              </th>
            </tr>
          </thead>
          <tbody>
            {services.map(({ service, teams, summary }) => (
              <tr key={service}>
                <th scope="row">
                  <Link to={`/delivery${withQuery(search, { project: service })}`}>{service}</Link>
                </th>
                <td>{teams.join(', ') || <span className="muted">–</span>}</td>
                <td className="number">{length(summary.leadTime)}</td>
                <td className="number">{often(summary.perDay)}</td>
                <td className="number">{length(summary.recovery)}</td>
                <td className="number">{percent(summary.changeFail)}</td>
                <td className="number">{percent(summary.rework)}</td>
                <td className="number">{summary.deployments}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
