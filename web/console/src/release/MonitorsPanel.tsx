import type { Monitor } from '@suture/wire/api';
import { duration, fullCount } from '../ui/number';
import { Time } from '../ui/Time';
import { useMonitors } from './releases';

const tones = { running: 'accent', ok: 'good', error: 'danger' } as const;
const words = { running: 'running', ok: 'ok', error: 'failed' } as const;

/** The jobs that check in; nothing where there are none. */
export function MonitorsPanel({ project }: { project: string | undefined }) {
  const monitors = useMonitors(project).data ?? [];
  if (monitors.length === 0) return null;
  return (
    <section className="panel table-scroll" aria-labelledby="monitors">
      <header className="panel-head">
        <h2 id="monitors">Monitors</h2>
        <span className="muted">the last word of each job</span>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">Job</th>
            <th scope="col">State</th>
            <th scope="col">Last check-in</th>
            <th scope="col" className="number">
              Took
            </th>
            <th scope="col" className="number">
              Ended well
            </th>
            <th scope="col" className="number">
              Failed
            </th>
          </tr>
        </thead>
        <tbody>
          {monitors.map((monitor) => (
            <Line key={`${monitor.last.monitor} ${monitor.last.environment}`} monitor={monitor} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ monitor: { last, ok, failed } }: { monitor: Monitor }) {
  const took = seconds(last.took);
  return (
    <tr>
      <th scope="row" className="mono">
        {last.monitor}
        {last.environment && <span className="muted"> in {last.environment}</span>}
      </th>
      <td>
        <span className={`badge badge-${tones[last.status]}`}>{words[last.status]}</span>
      </td>
      <td>
        <Time at={last.at} />
      </td>
      <td className="number">{took === undefined ? '–' : duration(took * 1000)}</td>
      <td className="number">{fullCount(ok)}</td>
      <td className="number">{fullCount(failed)}</td>
    </tr>
  );
}

/** The seconds of an ISO 8601 duration of hours, minutes and seconds. */
export function seconds(text: string | undefined): number | undefined {
  const found = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text ?? '');
  if (!found) return undefined;
  const [, hours = '0', minutes = '0', rest = '0'] = found;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}
