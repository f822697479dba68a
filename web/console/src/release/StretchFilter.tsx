import { navigate, useSearch } from '../route/location';
import { withQuery } from '../route/route';
import { periods, type Stretch } from './releases';

interface StretchFilterProps extends Stretch {
  environments: readonly string[];
}

/** Environment and length of the stretch; both are part of the address. */
export function StretchFilter({ environment, period, environments }: StretchFilterProps) {
  const search = useSearch();
  const change = (changes: Record<string, string>) =>
    navigate(`${window.location.pathname}${withQuery(search, changes)}`, { replace: true });
  const known = environment && !environments.includes(environment);
  return (
    <>
      <label className="select">
        <span className="hidden">Environment</span>
        <select
          value={environment ?? ''}
          onChange={(event) => change({ environment: event.target.value })}
        >
          <option value="">All environments</option>
          {environments.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
          {known && <option value={environment}>{environment}</option>}
        </select>
      </label>
      <label className="select">
        <span className="hidden">Period</span>
        <select value={period ?? '7d'} onChange={(event) => change({ period: event.target.value })}>
          {periods.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
