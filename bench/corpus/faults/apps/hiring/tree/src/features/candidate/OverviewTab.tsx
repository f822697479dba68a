import type { Candidate } from '../../api/types';
import { formatDay } from '../../lib/format';

export function OverviewTab({ candidate }: { candidate: Candidate }) {
  const { email, appliedAt, resume } = candidate;
  return (
    <dl>
      <dt>Email</dt>
      <dd>{email}</dd>
      <dt>Applied</dt>
      <dd>{formatDay(appliedAt)}</dd>
      <dt>Resume</dt>
      <dd>{resume ? `${resume.fileName}, ${resume.pages} pages` : 'none'}</dd>
    </dl>
  );
}
