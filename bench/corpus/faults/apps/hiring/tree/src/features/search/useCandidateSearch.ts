import { useEffect, useState } from 'react';
import { api } from '../../api/endpoints';
import type { SearchHit } from '../../api/types';

export function useCandidateSearch(term: string): SearchHit[] {
  const [hits, setHits] = useState<SearchHit[]>([]);

  useEffect(() => {
    if (term.length < 2) {
      setHits([]);
      return;
    }
    const controller = new AbortController();
    api.candidates
      .search(term, controller.signal)
      .then((result) => setHits(result.hits))
      .catch(() => {
        if (!controller.signal.aborted) setHits([]);
      });
    return () => controller.abort();
  }, [term]);

  return hits;
}
