import type { IssueTags } from '@suture/wire/api';
import { useState } from 'react';
import { useIssueTags } from '../../api/life';
import { CopyButton } from '../../ui/CopyButton';
import { Failure } from '../../ui/Notice';
import { fullCount, plural } from '../../ui/number';
import { Skeleton } from '../../ui/Skeleton';
import { Untrusted } from '../../ui/Untrusted';
import type { IssueTab, TabProps } from './tab';

const shownFirst = 6;

/** How the events of the issue spread over the values of each tag. */
function Tags({ detail }: TabProps) {
  const { issue } = detail;
  const tags = useIssueTags(issue.id);
  return (
    <section aria-labelledby="tags-title">
      <header className="tab-head">
        <h2 id="tags-title">Tags</h2>
        <Untrusted />
      </header>
      {tags.error && <Failure error={tags.error} onRetry={() => tags.refetch()} />}
      {tags.isPending && <Skeleton height={240} />}
      {tags.data?.tags.length === 0 && <p className="muted">The events have no tags.</p>}
      <div className="tag-grid">
        {tags.data?.tags.map((tag) => (
          <TagPanel key={tag.name} tag={tag} total={issue.events} />
        ))}
      </div>
    </section>
  );
}

function TagPanel({ tag, total }: { tag: IssueTags['tags'][number]; total: number }) {
  const [all, setAll] = useState(false);
  const values = all ? tag.values : tag.values.slice(0, shownFirst);
  const counted = tag.values.reduce((sum, value) => sum + value.events, 0);
  const whole = Math.max(total, counted);
  return (
    <section className="panel shares" aria-label={tag.name}>
      <h3>
        {tag.name} <span className="muted">{plural(tag.values.length, 'value')}</span>
      </h3>
      <ul>
        {values.map((value) => (
          <li key={value.value} title={plural(value.events, 'event')}>
            <span className="share-bar" style={{ width: `${(100 * value.events) / whole}%` }} />
            <span className="ellipsis">{value.value}</span>
            <span className="share-part">
              {percent(value.events, whole)} · {fullCount(value.events)}
              <CopyButton text={value.value} label={`Copy ${tag.name}`} compact />
            </span>
          </li>
        ))}
      </ul>
      {tag.values.length > shownFirst && (
        <button type="button" className="button button-quiet" onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `All ${tag.values.length}`}
        </button>
      )}
    </section>
  );
}

const percent = (part: number, whole: number) => {
  const share = (100 * part) / whole;
  return share > 0 && share < 1 ? '<1 %' : `${Math.round(share)} %`;
};

export const tagsTab: IssueTab = { name: 'tags', label: 'Tags', View: Tags };
