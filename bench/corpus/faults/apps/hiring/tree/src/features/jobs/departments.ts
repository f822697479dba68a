import type { Job } from '../../api/types';

export interface DepartmentGroup {
  department: string;
  jobs: Job[];
}

function matches(job: Job, filter: string): boolean {
  const needle = filter.trim().toLowerCase();
  if (!needle || job.title.toLowerCase().includes(needle)) return true;
  return job.hiringManager.name.toLowerCase().includes(needle);
}

export function groupByDepartment(jobs: Job[], filter: string): DepartmentGroup[] {
  const groups = new Map<string, Job[]>();
  for (const job of jobs) {
    if (!matches(job, filter)) continue;
    groups.set(job.department, [...(groups.get(job.department) ?? []), job]);
  }
  return [...groups].map(([department, members]) => ({ department, jobs: members }));
}
