import { Link } from 'react-router';
import type { CandidateSummary } from '../../api/types';
import { formatDay } from '../../lib/format';

interface Props {
  candidate: CandidateSummary;
  checked: boolean;
  onToggle: () => void;
  onAdvance?: () => void;
  onHide: () => void;
}

function sourceLabel({ channel, referrer }: CandidateSummary['source']): string {
  return referrer ? `${channel} by ${referrer.name}` : channel;
}

export function CandidateCard({ candidate, checked, onToggle, onAdvance, onHide }: Props) {
  const { id, name, appliedAt, tags, source } = candidate;
  return (
    <article className="card">
      <input type="checkbox" aria-label={`Select ${name}`} checked={checked} onChange={onToggle} />
      <Link to={`/candidates/${id}`}>{name}</Link>
      <p className="muted">
        {formatDay(appliedAt)}
        {source && `, ${sourceLabel(source)}`}
      </p>
      <p>{tags.join(' · ')}</p>
      {onAdvance && (
        <button type="button" onClick={onAdvance} aria-label={`Advance ${name}`}>
          Advance
        </button>
      )}
      <button type="button" onClick={onHide} aria-label={`Hide ${name}`}>
        Hide
      </button>
    </article>
  );
}
