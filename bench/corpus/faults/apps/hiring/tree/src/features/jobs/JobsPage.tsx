import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { jobsQuery } from '../../api/queries';
import { LoadError, Loading } from '../../components/QueryState';
import { JobCard } from './JobCard';
import { groupByDepartment } from './departments';

export function JobsPage() {
  const { data: jobs, isPending, isError, refetch } = useQuery(jobsQuery);
  const [filter, setFilter] = useState('');
  const groups = useMemo(() => groupByDepartment(jobs ?? [], filter), [jobs, filter]);

  if (isPending) return <Loading what="jobs" />;
  if (isError) return <LoadError what="jobs" onRetry={() => refetch()} />;
  return (
    <>
      <h1>Open jobs</h1>
      <label>
        Filter
        <input value={filter} onChange={(event) => setFilter(event.target.value)} />
      </label>
      {groups.map(({ department, jobs: members }) => (
        <section key={department}>
          <h2>{department}</h2>
          {members.map((job) => (
            <JobCard key={job.id} job={job} />
          ))}
        </section>
      ))}
      {groups.length === 0 && <p className="muted">No job matches</p>}
    </>
  );
}
