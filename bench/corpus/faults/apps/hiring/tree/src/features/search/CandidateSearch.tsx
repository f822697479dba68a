import { useState } from 'react';
import { Link } from 'react-router';
import type { SearchHit } from '../../api/types';
import { useDebouncedValue } from '../../lib/useDebouncedValue';
import { useCandidateSearch } from './useCandidateSearch';

function Highlight({ text, term }: { text: string; term: string }) {
  const at = text.toLowerCase().indexOf(term.toLowerCase());
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + term.length)}</mark>
      {text.slice(at + term.length)}
    </>
  );
}

export function CandidateSearch() {
  const [text, setText] = useState('');
  const term = useDebouncedValue(text.trim(), 120);
  const hits = useCandidateSearch(term);
  return (
    <div>
      <input aria-label="Find a candidate" value={text} onChange={(event) => setText(event.target.value)} />
      {hits.map((hit: SearchHit) => (
        <p key={hit.id}>
          <Link to={`/candidates/${hit.id}`}>
            <Highlight text={hit.name} term={term} />
          </Link>{' '}
          {hit.job.title}
        </p>
      ))}
    </div>
  );
}
