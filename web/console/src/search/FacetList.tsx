import type { Facet, Facets } from '@suture/wire/api';
import { fullCount, plural, shortCount } from '../ui/number';
import { hasTerm, term, toggleTerm } from './terms';

/** Those that most questions are about come first. */
const first = [
  'environment',
  'release',
  'browser',
  'os',
  'level',
  'url',
  'transaction',
  'user',
  'device',
  'runtime',
  'handled',
];
/** The same as another, in another form. */
const left = new Set(['browser.name', 'os.name', 'user.id', 'user.email']);
const opened = 6;

interface FacetListProps {
  facets: Facets;
  query: string;
  onSearch: (query: string) => void;
}

/** The tags of what was found, with the share of each value; a press adds the value to the query. */
export function FacetList({ facets, query, onSearch }: FacetListProps) {
  const tags = facets.tags.filter(({ name }) => !left.has(name)).sort(byUse);
  return (
    <div className="facets">
      {tags.map((facet, index) => (
        <details key={facet.name} open={index < opened} className="facet">
          <summary>
            <span>{facet.name}</span>
            <small>{facet.distinct > 1 && shortCount(facet.distinct)}</small>
          </summary>
          <FacetValues facet={facet} query={query} onSearch={onSearch} />
        </details>
      ))}
      {facets.partial && (
        <p className="facets-note">Added up over the {plural(facets.issues, 'issue')} seen last.</p>
      )}
    </div>
  );
}

function byUse(one: Facet, other: Facet): number {
  const place = ({ name }: Facet) => {
    const at = first.indexOf(name);
    return at < 0 ? first.length : at;
  };
  return place(one) - place(other) || other.events - one.events;
}

function FacetValues({
  facet,
  query,
  onSearch,
}: { facet: Facet } & Omit<FacetListProps, 'facets'>) {
  const more = facet.distinct - facet.values.length;
  return (
    <ul>
      {facet.values.map(({ value, events, issues }) => {
        const chosen = hasTerm(query, term(facet.name, value));
        const excluded = hasTerm(query, term(facet.name, value, true));
        const share = Math.round((events / facet.events) * 100);
        const toggle = (out: boolean) => onSearch(toggleTerm(query, facet.name, value, out));
        return (
          <li key={value} data-chosen={chosen} data-excluded={excluded}>
            <button
              type="button"
              className="facet-value"
              aria-pressed={chosen}
              title={`${value}: ${fullCount(events)} events in ${plural(issues, 'issue')}. Alt-click excludes it.`}
              onClick={(event) => toggle(event.altKey)}
              onContextMenu={(event) => {
                event.preventDefault();
                toggle(true);
              }}
            >
              <span className="facet-bar" style={{ width: `${Math.max(share, 2)}%` }} />
              <span className="facet-name">{value}</span>
              <span className="facet-share">{share > 0 ? `${share}%` : '<1%'}</span>
            </button>
            <button
              type="button"
              className="facet-exclude"
              aria-pressed={excluded}
              aria-label={`Exclude ${facet.name} ${value}`}
              title="Exclude"
              onClick={() => toggle(true)}
            >
              ≠
            </button>
          </li>
        );
      })}
      {more > 0 && <li className="facet-more">{fullCount(more)} more</li>}
    </ul>
  );
}
