import type { IssueState, Project } from '@suture/wire/api';
import { useEffect, useState } from 'react';
import type { IssueFilter } from '../api/queries';
import { navigate, useSearch } from '../route/location';
import { withQuery } from '../route/route';
import { Icon } from '../ui/Icon';

const states: readonly IssueState[] = [
  'new',
  'ongoing',
  'regressed',
  'escalating',
  'archived',
  'resolved',
];
const typingPause = 250;

interface IssueFiltersProps {
  filter: IssueFilter;
  projects: readonly Project[];
}

/** Project, words and state; all of them are part of the address. */
export function IssueFilters({ filter, projects }: IssueFiltersProps) {
  const search = useSearch();
  const change = (changes: Record<string, string>) =>
    navigate(`/${withQuery(search, changes)}`, { replace: true });

  return (
    <search className="filters">
      <label className="select">
        <span className="hidden">Project</span>
        <select
          value={filter.project ?? ''}
          onChange={(event) => change({ project: event.target.value })}
        >
          <option value="">All projects</option>
          {projects.map((project) => (
            <option key={project.slug} value={project.slug}>
              {project.name}
            </option>
          ))}
          {filter.project && !projects.some((project) => project.slug === filter.project) && (
            <option value={filter.project}>{filter.project}</option>
          )}
        </select>
      </label>
      <SearchField value={filter.q ?? ''} onChange={(q) => change({ q })} />
      <label className="select">
        <span className="hidden">State</span>
        <select
          value={filter.state ?? ''}
          onChange={(event) => change({ state: event.target.value })}
        >
          <option value="">Any state</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {state}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (text.trim() !== value) setText(value);
  }

  useEffect(() => {
    if (text.trim() === value) return;
    const timer = window.setTimeout(() => onChange(text.trim()), typingPause);
    return () => window.clearTimeout(timer);
  }, [text, value, onChange]);

  return (
    <label className="search-field">
      <span className="hidden">Search the issues</span>
      <Icon name="search" size={15} />
      <input
        type="search"
        placeholder="Search type, message or file"
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <span className="search-key" aria-hidden="true">
        /
      </span>
    </label>
  );
}
