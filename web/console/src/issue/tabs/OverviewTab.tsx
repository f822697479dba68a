import { CapturePanel } from '../../capture/CapturePanel';
import { ReproPanel } from '../../repro/ReproPanel';
import { useParam } from '../../route/location';
import { Guard } from '../../ui/Guard';
import { Skeleton } from '../../ui/Skeleton';
import { CausePanel } from '../CausePanel';
import { EventContexts } from '../EventContexts';
import { EventFacts } from '../EventFacts';
import { EventSteps } from '../EventSteps';
import { HandlingPanel } from '../HandlingPanel';
import { IssueFacts } from '../IssueFacts';
import { Stack } from '../Stack';
import { TaskPanel } from '../TaskPanel';
import { TrustPanel } from '../TrustPanel';
import type { IssueTab, TabProps } from './tab';

/** The shown event, its capture, and the figures of the issue beside them. */
function Overview({ detail, event }: TabProps) {
  const { issue, captures } = detail;
  const chosen = useParam('capture');
  return (
    <>
      {event && <EventSteps issue={issue.id} event={event} />}
      <div className="issue-columns">
        <div className="issue-column-main">
          <Guard what="The stack" key={event?.id ?? 'waiting'}>
            {event ? <Stack event={event} /> : <Skeleton height={320} />}
          </Guard>
          <Guard what="The cause">
            <CausePanel issue={issue.id} />
          </Guard>
          <Guard what="The reproduction">
            <ReproPanel issue={issue.id} captured={captures.length > 0} />
          </Guard>
          <Guard what="What to do about it">
            <HandlingPanel issue={issue.id} />
          </Guard>
          {captures.length === 0 && event && <EventContexts event={event} />}
        </div>
        <aside className="issue-column-side" aria-label="Facts about the issue">
          <IssueFacts detail={detail} />
          <TrustPanel issue={issue.id} />
          <TaskPanel issue={issue} />
          {event && <EventFacts event={event} />}
        </aside>
      </div>
      {captures.length > 0 && <CapturePanel issue={issue.id} captures={captures} chosen={chosen} />}
      {captures.length > 0 && event && <EventContexts event={event} />}
    </>
  );
}

export const overviewTab: IssueTab = { name: 'overview', label: 'Overview', View: Overview };
