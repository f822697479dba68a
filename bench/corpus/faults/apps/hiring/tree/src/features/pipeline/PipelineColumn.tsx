import type { CandidateSummary } from '../../api/types';
import { CandidateCard } from './CandidateCard';

interface Props {
  title: string;
  candidates: CandidateSummary[];
  selected: string[];
  canMove: boolean;
  onToggle: (id: string) => void;
  onAdvance: (id: string) => void;
  onHide: (id: string) => void;
}

export function PipelineColumn({ title, candidates, selected, canMove, onToggle, onAdvance, onHide }: Props) {
  return (
    <section className="column" aria-label={title}>
      <h2>
        {title} <small className="muted">{candidates.length}</small>
      </h2>
      {candidates.map((candidate) => (
        <CandidateCard
          key={candidate.id}
          candidate={candidate}
          checked={selected.includes(candidate.id)}
          onToggle={() => onToggle(candidate.id)}
          onAdvance={canMove ? () => onAdvance(candidate.id) : undefined}
          onHide={() => onHide(candidate.id)}
        />
      ))}
    </section>
  );
}
