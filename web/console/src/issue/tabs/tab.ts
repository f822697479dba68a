import type { Event, IssueDetail } from '@suture/wire/api';
import type { ReactNode } from 'react';

/** What a tab of the issue page is given. */
export interface TabProps {
  detail: IssueDetail;
  /** The event that is looked at; undefined while it is on its way. */
  event: Event | undefined;
}

/** One tab of the issue page. A new one is a file here and its line in `issueTabs`. */
export interface IssueTab {
  /** Its word in the address: `?tab=events`. */
  name: string;
  label: string;
  count?: (detail: IssueDetail) => number | undefined;
  View: (props: TabProps) => ReactNode;
}
