import { useQuery } from '@tanstack/react-query';
import { activityQuery } from '../../api/queries';
import type { ActivityEntry } from '../../api/types';
import { Loading } from '../../components/QueryState';
import { formatDay } from '../../lib/format';
import { STAGE_LABELS } from '../pipeline/stages';

function describe({ kind, actor, to }: ActivityEntry): string {
  const who = actor?.name ?? 'The candidate';
  if (kind === 'moved' && to) return `${who} moved to ${STAGE_LABELS[to]}`;
  return `${who} ${kind}`;
}

export function ActivityTab({ candidateId }: { candidateId: string }) {
  const { data } = useQuery(activityQuery(candidateId));
  if (!data) return <Loading what="activity" />;
  return (
    <ol>
      {data.map((entry) => (
        <li key={entry.id}>
          {formatDay(entry.at)}: {describe(entry)}
        </li>
      ))}
    </ol>
  );
}
