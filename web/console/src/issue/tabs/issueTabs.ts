import { activityTab } from './ActivityTab';
import { eventsTab } from './EventsTab';
import { feedbackTab } from './FeedbackTab';
import { groupingTab } from './GroupingTab';
import { hotfixesTab } from './HotfixesTab';
import { overviewTab } from './OverviewTab';
import type { IssueTab } from './tab';

/** The tabs of the issue page in their order; the first is the one without a word in the address. */
export const issueTabs: readonly IssueTab[] = [
  overviewTab,
  eventsTab,
  feedbackTab,
  groupingTab,
  hotfixesTab,
  activityTab,
];
