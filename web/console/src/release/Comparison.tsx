import type { ReleaseRow } from '@suture/wire/api';
import type { ReactNode } from 'react';
import { Link } from '../route/Link';
import { releasePath } from '../route/route';
import { fullCount } from '../ui/number';
import { Time } from '../ui/Time';
import { Rate } from './Rate';
import { percent } from './share';

interface ComparisonProps {
  project: string;
  release: ReleaseRow;
  previous?: ReleaseRow | undefined;
}

const rows: readonly { label: string; of: (row: ReleaseRow) => ReactNode }[] = [
  { label: 'Crash-free sessions', of: ({ health }) => <Rate share={health.crashFreeSessions} /> },
  { label: 'Crash-free users', of: ({ health }) => <Rate share={health.crashFreeUsers} /> },
  { label: 'Adoption in the last day', of: ({ health }) => percent(health.adoption) },
  { label: 'Sessions', of: ({ health }) => fullCount(health.sessions.sessions) },
  { label: '– crashed', of: ({ health }) => fullCount(health.sessions.crashed) },
  {
    label: '– with errors',
    of: ({ health: { sessions } }) => fullCount(sessions.errored + sessions.unhandled),
  },
  { label: '– ended without a word', of: ({ health }) => fullCount(health.sessions.abnormal) },
  { label: 'Users', of: ({ health }) => fullCount(health.users) },
  { label: 'Events, ever', of: ({ events }) => fullCount(events) },
  { label: 'New issues, ever', of: ({ newIssues }) => fullCount(newIssues) },
  { label: 'First seen', of: ({ firstSeen }) => (firstSeen ? <Time at={firstSeen} /> : 'never') },
  { label: 'Last seen', of: ({ lastSeen }) => (lastSeen ? <Time at={lastSeen} /> : 'never') },
];

/** The figures of a release beside those of the one before. */
export function Comparison({ project, release, previous }: ComparisonProps) {
  return (
    <section className="panel table-scroll" aria-label="Figures">
      <table className="comparison">
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" className="number">
              This release
            </th>
            {previous && (
              <th scope="col" className="number">
                Before:{' '}
                <Link to={releasePath(project, previous.version)} className="mono">
                  {previous.version}
                </Link>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="number">{of(release)}</td>
              {previous && <td className="number">{of(previous)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
