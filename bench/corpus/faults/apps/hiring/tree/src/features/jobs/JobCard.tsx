import { Link } from 'react-router';
import type { Job } from '../../api/types';
import { initials } from '../../lib/format';

export function JobCard({ job }: { job: Job }) {
  const { title, hiringManager, openings, location, candidates } = job;
  return (
    <article className="card">
      <h3>
        <Link to={`/jobs/${job.id}`}>{title}</Link>
      </h3>
      <p className="muted">
        {location.city}
        {location.remote && ' or remote'}
      </p>
      <p>
        <span className="badge">{hiringManager ? initials(hiringManager.name) : '?'}</span>{' '}
        {`${openings} open, ${candidates} candidates`}
      </p>
    </article>
  );
}
