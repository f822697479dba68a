import type { IssuePage } from '@suture/wire/api';
import { type InfiniteData, useQueryClient } from '@tanstack/react-query';

/** The issues before and after one in the list that the reader came from. */
export function useNeighbours(id: string): { before?: string; after?: string } {
  const client = useQueryClient();
  const lists = client
    .getQueryCache()
    .findAll({ queryKey: ['issues'] })
    .sort((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt);
  for (const list of lists) {
    const pages = (list.state.data as InfiniteData<IssuePage> | undefined)?.pages ?? [];
    const ids = pages.flatMap((page) => page.issues?.map((row) => row.issue.id) ?? []);
    const at = ids.indexOf(id);
    if (at >= 0) {
      const [before, after] = [ids[at - 1], ids[at + 1]];
      return { ...(before && { before }), ...(after && { after }) };
    }
  }
  return {};
}
