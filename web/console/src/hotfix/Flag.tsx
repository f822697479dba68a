import type { Hotfix } from '@suture/wire/api';
import { Icon } from '../ui/Icon';
import { Snippet } from '../ui/Snippet';
import { backportCommands } from './commands';

/** In production and not in develop: the bug comes back with the next release, unless. */
export function Flag({ hotfix }: { hotfix: Hotfix }) {
  const lacking = hotfix.lines.filter(
    (line) => line.presence === 'missing' || line.presence === 'partial',
  );
  return (
    <section className="flag" role="alert" aria-labelledby="flag-title">
      <h2 id="flag-title">
        <Icon name="flag" size={20} />
        In production, not in {lacking.map((line) => line.branch).join(' and ') || 'develop'}
      </h2>
      <p>The next release will bring the bug back. Bring the fix over now:</p>
      {lacking.map((line) => {
        const commands = backportCommands(hotfix, line.branch);
        return (
          <div key={line.line} className="flag-ways">
            <div>
              <h3>Merge the branch into {line.branch}</h3>
              <Snippet text={commands.merge} label="Copy the commands" />
            </div>
            {hotfix.commits.length > 0 && (
              <div>
                <h3>Or pick its commits alone</h3>
                <Snippet text={commands.pick} label="Copy the commands" />
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
}
