import { EventsTable } from '../EventsTable';
import type { IssueTab, TabProps } from './tab';

function Events({ detail, event }: TabProps) {
  return <EventsTable issue={detail.issue} shown={event?.id} />;
}

export const eventsTab: IssueTab = {
  name: 'events',
  label: 'Events',
  count: ({ issue }) => issue.events,
  View: Events,
};
