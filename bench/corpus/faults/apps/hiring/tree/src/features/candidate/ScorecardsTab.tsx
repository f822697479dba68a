import { useQuery } from '@tanstack/react-query';
import { scorecardsQuery } from '../../api/queries';
import { Loading } from '../../components/QueryState';
import { averageOf, summarize } from './scores';

export function ScorecardsTab({ candidateId }: { candidateId: string }) {
  const { data: cards } = useQuery(scorecardsQuery(candidateId));
  if (!cards) return <Loading what="scorecards" />;

  const { average, latest } = summarize(cards);
  return (
    <section>
      <p>{average === null ? 'No scores yet' : `Average ${average.toFixed(1)}, last by ${latest}`}</p>
      <ul>
        {cards.map((card) => (
          <li key={card.id}>
            {`${card.interviewer.name}: ${averageOf(card).toFixed(1)}`} <em>{card.summary}</em>
          </li>
        ))}
      </ul>
    </section>
  );
}
