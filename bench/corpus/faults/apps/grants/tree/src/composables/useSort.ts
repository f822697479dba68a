import { computed, type Ref } from 'vue';
import type { SortOrder } from '../stores/preferences';
import type { Application } from '../types';
import { type Column, columns } from './columns';

/** Rows in the order of a column; a second choice of the same column turns it round. */
export function useSort(rows: Ref<Application[]>, order: Ref<SortOrder>) {
  const column = computed<Column>(() => columns.find(({ key }) => key === order.value.key) ?? columns[0]);

  const sorted = computed(() => {
    const { text } = column.value;
    const factor = order.value.descending ? -1 : 1;
    return [...rows.value].sort((one, other) => factor * text(one).localeCompare(text(other)));
  });

  function sortBy(key: string) {
    const same = order.value.key === key;
    order.value = { key, descending: same && !order.value.descending };
  }

  return { sorted, column, sortBy };
}
