import type { Project } from '@suture/wire/api';
import { type Asked, periods } from './delivery';

interface DeliveryFiltersProps extends Asked {
  projects: readonly Project[];
  teams: readonly string[];
  environments: readonly string[];
  onChange: (changes: Record<string, string>) => void;
}

/** What is looked at; all of it is part of the address. */
export function DeliveryFilters(props: DeliveryFiltersProps) {
  const { project, team, environment = 'production', days = '90', onChange } = props;
  const environments = [...new Set([environment, ...props.environments])].sort();
  return (
    <>
      {props.projects.length > 1 && (
        <Select
          label="Service"
          value={project ?? ''}
          options={[
            ['', 'All services'],
            ...props.projects.map(({ slug, name }) => [slug, name] as const),
          ]}
          onChange={(value) => onChange({ project: value })}
        />
      )}
      {props.teams.length > 0 && (
        <Select
          label="Team"
          value={team ?? ''}
          options={[['', 'All teams'], ...props.teams.map((slug) => [slug, slug] as const)]}
          onChange={(value) => onChange({ team: value })}
        />
      )}
      <Select
        label="Environment"
        value={environment}
        options={environments.map((name) => [name, name] as const)}
        onChange={(value) => onChange({ environment: value })}
      />
      <Select
        label="Period"
        value={days}
        options={periods.map((period) => [period.days, period.label] as const)}
        onChange={(value) => onChange({ days: value })}
      />
    </>
  );
}

interface SelectProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
}

function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <label className="select">
      <span className="hidden">{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
