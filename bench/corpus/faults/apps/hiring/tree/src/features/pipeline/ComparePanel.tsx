import { useState } from 'react';
import type { CandidateSummary } from '../../api/types';

interface Props {
  candidates: CandidateSummary[];
  selected: string[];
}

export function ComparePanel({ candidates, selected }: Props) {
  const [result, setResult] = useState('');

  function handleCompare() {
    const chosen = candidates.filter(({ id }) => selected.includes(id));
    if (chosen.length < 2) {
      setResult('Select two candidates');
      return;
    }
    const [best, next] = chosen.sort((a, b) => (b.rating ?? 0) - (a.rating ?? 0));
    setResult(`${best.name} is rated ${best.rating ?? 'not yet'}, ${next.name} ${next.rating ?? 'not yet'}`);
  }

  return (
    <section>
      <button type="button" onClick={handleCompare}>
        Compare selected
      </button>
      <p>{result}</p>
    </section>
  );
}
