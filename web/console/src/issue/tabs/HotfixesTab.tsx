import { Link } from '../../route/Link';
import { hotfixPath } from '../../route/route';
import { HotfixBadge } from '../../ui/Badge';
import { Icon } from '../../ui/Icon';
import { Time } from '../../ui/Time';
import type { IssueTab, TabProps } from './tab';

/** The hotfixes that were started for the issue. */
function Hotfixes({ detail }: TabProps) {
  const { hotfixes } = detail;
  return (
    <section className="panel" aria-labelledby="hotfixes-title">
      <header className="panel-head">
        <h2 id="hotfixes-title">Hotfixes</h2>
      </header>
      {hotfixes.length === 0 && (
        <p className="muted panel-text">
          None yet. “Start hotfix” makes a branch from the commit that is live in production.
        </p>
      )}
      <ul className="side-list">
        {hotfixes.map((hotfix) => (
          <li key={hotfix.id}>
            <Link to={hotfixPath(hotfix.id)} className="mono ellipsis">
              {hotfix.id}
            </Link>
            <span className="side-list-facts">
              <HotfixBadge state={hotfix.state} />
              {hotfix.flagged && (
                <span className="badge badge-flag">
                  <Icon name="flag" size={12} /> not in develop
                </span>
              )}
              <span className="muted">
                started <Time at={hotfix.started} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const hotfixesTab: IssueTab = {
  name: 'hotfixes',
  label: 'Hotfixes',
  count: ({ hotfixes }) => hotfixes.length || undefined,
  View: Hotfixes,
};
