import type { IssueSort, Project, TagValues } from '@suture/wire/api';
import { useQuery } from '@tanstack/react-query';
import { apiPath, get } from '../api/client';
import type { ListParams } from '../search/listParams';
import { addTerm, hasTerm, removeTerm, setKey } from '../search/terms';

const states = [
  ['unresolved', 'Unresolved'],
  ['for_review', 'For review'],
  ['new', 'New'],
  ['regressed', 'Regressed'],
  ['escalating', 'Escalating'],
  ['resolved', 'Resolved'],
  ['archived', 'Archived'],
] as const;

const mine = 'assigned:me';

interface QuickFiltersProps {
  query: string;
  onSearch: (query: string) => void;
}

/** The questions of every day, one press each. */
export function QuickFilters({ query, onSearch }: QuickFiltersProps) {
  const all = !/(^|[\s(!])is:/.test(query);
  return (
    <fieldset className="chips">
      <legend className="hidden">Quick filters</legend>
      <Chip pressed={all} onPress={() => onSearch(setKey(query, 'is', undefined))}>
        All
      </Chip>
      {states.map(([word, label]) => (
        <Chip
          key={word}
          pressed={hasTerm(query, `is:${word}`)}
          onPress={() => onSearch(setKey(query, 'is', word))}
        >
          {label}
        </Chip>
      ))}
      <Chip
        pressed={hasTerm(query, mine)}
        onPress={() =>
          onSearch(hasTerm(query, mine) ? removeTerm(query, mine) : addTerm(query, mine))
        }
      >
        For me
      </Chip>
    </fieldset>
  );
}

interface ChipProps {
  pressed: boolean;
  onPress: () => void;
  children: string;
}

function Chip({ pressed, onPress, children }: ChipProps) {
  return (
    <button type="button" className="chip" aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  );
}

interface ScopeProps {
  params: ListParams;
  projects: readonly Project[];
  onChange: (changes: Partial<ListParams>) => void;
}

/** Which project and which environment a list is about. */
export function Scope({ params, projects, onChange }: ScopeProps) {
  const { project, environment } = params;
  const environments = useQuery({
    queryKey: ['values', project, 'environment', ''],
    queryFn: ({ signal }) =>
      get<TagValues>(apiPath(['tags', 'environment', 'values'], { project, limit: '50' }), signal),
    staleTime: 60_000,
  });
  const slugs = projects.map(({ slug, name }) => [slug, name] as const);
  const names = environments.data?.values.map(({ value }) => [value, value] as const) ?? [];
  return (
    <>
      <Choice
        label="Project"
        none="All projects"
        value={project}
        choices={slugs}
        onChange={(slug) => onChange({ project: slug, environment: undefined })}
      />
      <Choice
        label="Environment"
        none="All environments"
        value={environment}
        choices={names}
        onChange={(name) => onChange({ environment: name })}
      />
    </>
  );
}

interface ChoiceProps {
  label: string;
  none: string;
  value: string | undefined;
  choices: readonly (readonly [value: string, name: string])[];
  onChange: (value: string | undefined) => void;
}

function Choice({ label, none, value, choices, onChange }: ChoiceProps) {
  return (
    <label className="select">
      <span className="hidden">{label}</span>
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{none}</option>
        {choices.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
        {value && !choices.some(([each]) => each === value) && (
          <option value={value}>{value}</option>
        )}
      </select>
    </label>
  );
}

const sorts: readonly (readonly [IssueSort, string])[] = [
  ['lastSeen', 'Last seen'],
  ['firstSeen', 'First seen'],
  ['events', 'Events'],
  ['users', 'Users'],
  ['trend', 'Trend: more than the day before'],
];

export function SortMenu({ params, onChange }: Omit<ScopeProps, 'projects'>) {
  return (
    <label className="select">
      <span className="hidden">Sort by</span>
      <select
        value={params.sort ?? 'lastSeen'}
        onChange={({ target: { value } }) =>
          onChange({ sort: value === 'lastSeen' ? undefined : value })
        }
      >
        {sorts.map(([sort, label]) => (
          <option key={sort} value={sort}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
