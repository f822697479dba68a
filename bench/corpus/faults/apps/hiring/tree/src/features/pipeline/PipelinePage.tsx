import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { ApiError } from '../../api/client';
import { pipelineQuery, useAdvanceCandidate } from '../../api/queries';
import { LoadError, Loading } from '../../components/QueryState';
import { useLocalStorage } from '../../lib/useLocalStorage';
import { useSession } from '../../session/SessionContext';
import { ComparePanel } from './ComparePanel';
import { PipelineColumn } from './PipelineColumn';
import { BOARD_STAGES, byStage, type SortBy, sortCandidates, STAGE_LABELS } from './stages';

export function PipelinePage() {
  const { jobId = '' } = useParams();
  const { can } = useSession();
  const { data: candidates, isPending, isError, refetch } = useQuery(pipelineQuery(jobId));
  const advance = useAdvanceCandidate(jobId);
  const [prefs, setPrefs] = useLocalStorage('hiring.pipeline', { sortBy: 'name' as SortBy, hidden: [] as string[] });
  const [selected, setSelected] = useState<string[]>([]);
  const [message, setMessage] = useState('');

  const visible = useMemo(() => {
    const hidden = Array.isArray(prefs.hidden) ? prefs.hidden : [];
    const shown = (candidates ?? []).filter(({ id }) => !hidden.includes(id));
    return sortCandidates(shown, prefs.sortBy);
  }, [candidates, prefs]);
  const columns = useMemo(() => byStage(visible), [visible]);

  if (isPending) return <Loading what="candidates" />;
  if (isError) return <LoadError what="candidates" onRetry={() => refetch()} />;

  async function handleAdvance(id: string) {
    try {
      const { candidate } = await advance.mutateAsync(id);
      setMessage(`${candidate.name} is now in ${STAGE_LABELS[candidate.stage]}`);
    } catch (error) {
      setMessage(error instanceof ApiError ? error.message : 'The candidate was not moved');
    }
  }

  function handleToggle(id: string) {
    setSelected((current) => (current.includes(id) ? current.filter((each) => each !== id) : [...current, id]));
  }

  function handleHide(id: string) {
    setPrefs({ hidden: [...prefs.hidden, id] });
    setSelected((current) => current.filter((each) => each !== id));
  }

  return (
    <>
      <h1>Pipeline</h1>
      <p role="status">{message}</p>
      <label>
        Sort by
        <select value={prefs.sortBy} onChange={(event) => setPrefs({ sortBy: event.target.value as SortBy })}>
          <option value="name">Name</option>
          <option value="rating">Rating</option>
          <option value="applied">Applied</option>
        </select>
      </label>
      <div className="columns">
        {BOARD_STAGES.map((stage) => (
          <PipelineColumn
            key={stage}
            title={STAGE_LABELS[stage]}
            candidates={columns.get(stage) ?? []}
            selected={selected}
            canMove={can('candidates:move')}
            onToggle={handleToggle}
            onAdvance={handleAdvance}
            onHide={handleHide}
          />
        ))}
      </div>
      <ComparePanel candidates={visible} selected={selected} />
    </>
  );
}
