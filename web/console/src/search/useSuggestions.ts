import type { SearchLanguage, Tags, TagValues } from '@suture/wire/api';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { apiPath, get } from '../api/client';
import { useProjects } from '../api/queries';
import { isTag, type Sources, type Spot, type Suggestion, suggest } from './completion';

const longWhile = 60_000;
const typingPause = 120;

/** What can stand at the caret, with names and values from the server. */
export function useSuggestions(spot: Spot | undefined, project: string | undefined): Suggestion[] {
  const language = useQuery({
    queryKey: ['language'],
    queryFn: ({ signal }) => get<SearchLanguage>(apiPath(['search']), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const tags = useQuery({
    queryKey: ['tags', project],
    queryFn: ({ signal }) => get<Tags>(apiPath(['tags'], { project }), signal),
    staleTime: longWhile,
  });
  const projects = useProjects();
  const keys = language.data?.keys ?? [];
  const wanted = spot?.kind === 'value' && isTag(spot.name, keys) ? spot : undefined;
  const prefix = useSettled(wanted?.prefix ?? '');
  const values = useQuery({
    queryKey: ['values', project, wanted?.name, prefix],
    queryFn: ({ signal }) =>
      get<TagValues>(apiPath(['tags', wanted?.name ?? '', 'values'], { project, prefix }), signal),
    enabled: wanted !== undefined,
    staleTime: longWhile,
    placeholderData: (before, query) => (query?.queryKey[2] === wanted?.name ? before : undefined),
  });
  if (!spot) return [];
  const sources: Sources = {
    keys,
    states: language.data?.states ?? [],
    tags: tags.data?.tags ?? [],
    projects: projects.data?.map(({ slug }) => slug) ?? [],
    values: values.data?.values ?? [],
  };
  return suggest(spot, sources);
}

/** A text that is being typed, a moment after the last letter. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), typingPause);
    return () => window.clearTimeout(timer);
  }, [text]);
  return settled;
}
