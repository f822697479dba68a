import type { Event } from '@suture/wire/api';
import { exactTime } from '../ui/time';
import { Untrusted } from '../ui/Untrusted';

/** What the shown event brought along: what happened before it, its contexts and its extra facts. */
export function EventContexts({ event }: { event: Event }) {
  const { breadcrumbs, details } = event;
  const contexts = Object.entries(details.contexts).filter(
    ([, facts]) => Object.keys(facts).length > 0,
  );
  const extra = Object.entries(details.extra);
  return (
    <>
      {breadcrumbs.length > 0 && (
        <section className="panel" aria-labelledby="crumbs-title">
          <header className="panel-head">
            <h2 id="crumbs-title">Breadcrumbs</h2>
            <Untrusted />
          </header>
          <ol className="crumb-rows">
            {breadcrumbs.map((crumb, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the breadcrumbs of an event never change
              <li key={index} data-level={crumb.level}>
                <time dateTime={crumb.at} title={exactTime(Date.parse(crumb.at))}>
                  {crumb.at.slice(11, 19)}
                </time>
                <span className="muted">{crumb.category}</span>
                <span className="wrap">{crumb.message}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {(contexts.length > 0 || extra.length > 0) && (
        <section className="panel" aria-labelledby="contexts-title">
          <header className="panel-head">
            <h2 id="contexts-title">Contexts</h2>
            <Untrusted />
          </header>
          <div className="contexts">
            {contexts.map(([name, facts]) => (
              <Facts key={name} name={name} facts={Object.entries(facts)} />
            ))}
            {extra.length > 0 && <Facts name="extra" facts={extra} />}
          </div>
        </section>
      )}
    </>
  );
}

function Facts({ name, facts }: { name: string; facts: readonly (readonly [string, string])[] }) {
  return (
    <div>
      <h3>{name}</h3>
      <dl>
        {facts.map(([fact, value]) => (
          <div key={fact}>
            <dt>{fact}</dt>
            <dd className="mono">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
