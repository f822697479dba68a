import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { interviewsQuery } from '../../api/queries';
import { LoadError, Loading } from '../../components/QueryState';
import { useSession } from '../../session/SessionContext';
import { AgendaList } from './AgendaList';
import { buildAgenda } from './agenda';

export function InterviewsPage() {
  const { user } = useSession();
  const { data, isPending, isError, refetch } = useQuery(interviewsQuery);
  const [onlyMine, setOnlyMine] = useState(true);

  const agenda = useMemo(() => {
    const mine = (data ?? []).filter(({ panel }) => !onlyMine || panel.some(({ id }) => id === user.id));
    return buildAgenda(mine);
  }, [data, onlyMine, user.id]);

  if (isPending) return <Loading what="interviews" />;
  if (isError) return <LoadError what="interviews" onRetry={() => refetch()} />;
  return (
    <>
      <h1>Interviews</h1>
      <label>
        <input type="checkbox" checked={onlyMine} onChange={(event) => setOnlyMine(event.target.checked)} />
        Only mine
      </label>
      <AgendaList agenda={agenda} />
    </>
  );
}
