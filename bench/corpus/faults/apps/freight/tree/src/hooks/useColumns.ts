import { useState } from 'react';

const KEY = 'freight.columns';
const ALL = ['reference', 'consignee', 'status', 'promised'];

function kept(): string[] {
  try {
    const { columns } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return Array.isArray(columns) ? columns : ALL;
  } catch {
    return ALL;
  }
}

/** The columns that somebody chose to see, in their order. */
export function useColumns() {
  const [columns, setColumns] = useState(kept);
  const toggle = (name: string) => {
    const next = columns.includes(name) ? columns.filter((each) => each !== name) : [...columns, name];
    localStorage.setItem(KEY, JSON.stringify({ columns: next }));
    setColumns(next);
  };
  return { columns, toggle, shown: ALL.filter((name) => columns.includes(name)) };
}
