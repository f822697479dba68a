import type { RolloutQuestions } from '@suture/wire/api';
import { useQuery } from '@tanstack/react-query';
import { apiPath, get } from '../api/client';
import { Time } from '../ui/Time';

type Question = RolloutQuestions['questions'][number];

const refreshEvery = 10_000;
const names: Record<Question['source'], string> = { github: 'GitHub', gitlab: 'GitLab' };

/** What forges asked before a deployment of theirs went on, and what they were told. */
export function Questions({ project }: { project: string }) {
  const { data } = useQuery({
    queryKey: ['questions', project],
    queryFn: ({ signal }) =>
      get<RolloutQuestions>(apiPath(['projects', project, 'questions']), signal),
    refetchInterval: refreshEvery,
  });
  if (!data || data.questions.length === 0) return null;
  return (
    <>
      <h3 className="panel-text">Asked before a deployment</h3>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th>When</th>
              <th>By</th>
              <th>Where</th>
              <th>Commit</th>
              <th>Answer</th>
              <th>Why</th>
            </tr>
          </thead>
          <tbody>
            {data.questions.map((each) => (
              <tr key={`${each.source} ${each.asked} ${each.environment} ${each.commit}`}>
                <td>
                  <Time at={each.asked} />
                </td>
                <td>{names[each.source]}</td>
                <td>{each.environment}</td>
                <td>
                  <code>{each.commit.slice(0, 10)}</code>
                </td>
                <td>
                  <span className={`badge badge-${tone(each)}`}>{answer(each)}</span>
                </td>
                <td>{each.says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function tone({ answer: given }: Question): string {
  return given === undefined ? 'neutral' : given === 'approved' ? 'good' : 'danger';
}

/** An answer that the forge does not have yet is not given. */
function answer({ answer: given, delivered }: Question): string {
  if (given === undefined) return 'waits';
  return delivered ? given : `${given}, not delivered`;
}
