import type { Application } from '../types';

export interface Column {
  key: string;
  label: string;
  text: (row: Application) => string;
}

export const columns: Column[] = [
  { key: 'title', label: 'Title', text: (row) => row.title },
  { key: 'applicant', label: 'Applicant', text: (row) => row.applicant },
  { key: 'reviewer', label: 'Reviewer', text: (row) => row.reviewer?.name ?? 'Nobody' },
];
