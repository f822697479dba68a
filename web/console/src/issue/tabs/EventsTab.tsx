import { EventsTable } from '../EventsTable';
import type { IssueTab, TabProps } from './tab';

function Events({ detail, event }: TabProps) {
  return <EventsTable detail={detail} shown={event?.id} />;
}

export const eventsTab: IssueTab = {
  name: 'events',
  label: 'Events',
  count: ({ issue }) => issue.events,
  View: Events,
};
