import type { GroupingRules } from '@suture/wire/api';
import { Link } from '../route/Link';
import { issuePath } from '../route/route';
import { Notice } from '../ui/Notice';
import { fullCount } from '../ui/number';

const names = { fingerprint: 'Fingerprint rules', stack: 'Stack rules', own: 'Own code' } as const;

/** What the rules in the form would do, or why they cannot be read. */
export function RulesTrial({ answer }: { answer: GroupingRules }) {
  const { problems, trial } = answer;
  if (problems.length > 0)
    return (
      <Notice tone="danger" title="These rules cannot be read yet">
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.section} ${problem.line} ${problem.problem}`}>
              {names[problem.section]}, line {problem.line}: {problem.problem}
            </li>
          ))}
        </ul>
      </Notice>
    );
  if (!trial) return null;
  const looked = `${fullCount(trial.events)} kept events of the ${fullCount(trial.issues)} newest issues`;
  if (trial.changes.length === 0)
    return (
      <Notice tone="info" title="Nothing would change">
        <p>{looked} would go where they went.</p>
      </Notice>
    );
  return (
    <Notice
      tone="warning"
      title={`${fullCount(trial.changes.length)} ${trial.changes.length === 1 ? 'group' : 'groups'} of events would go elsewhere`}
    >
      <p>Tried on {looked}.</p>
      <ul className="rules-changes">
        {trial.changes.slice(0, 30).map((change) => (
          <li key={`${change.issue} ${change.hash}`}>
            <Link to={issuePath(change.issue)}>{change.issue}</Link>{' '}
            <span className="muted">{change.title}</span>: events like {fullCount(change.events)} of
            it would {change.to ? 'join ' : 'make a new issue'}
            {change.to && <Link to={issuePath(change.to)}>{change.to}</Link>}, by{' '}
            <code className="wrap">{change.parts.join(', ')}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
